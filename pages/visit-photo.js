// Photos are made small on the phone: a tenth of the bytes, and nothing of where they were taken.

const EDGE = 1600;
const QUALITY = 0.8;

/** The photo as a JPEG of 1600 pixels at most, upright; null for what the browser can't read as a picture. */
export async function small(file) {
  let picture;
  try {
    picture = await createImageBitmap(file);
  } catch (unread) {
    return null;
  }
  const scale = Math.min(1, EDGE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  // bytes rather than a blob: older Safari forgets blobs it was to keep
  return blob ? blob.arrayBuffer() : null;
}
