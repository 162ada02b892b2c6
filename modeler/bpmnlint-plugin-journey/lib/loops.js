const { isPhase, ours } = require('./journey');

/** The loops of sequence flows: for each, its elements in the order they are drawn. */
function* loops(drawing) {
  for (const process of ours(drawing)) {
    for (const scope of process.all()) {
      yield* loopsOf(scope);
    }
  }
}

function* loopsOf(scope) {
  const left = cyclic(scope);
  while (left.size > 0) {
    const [ first ] = left;
    const onward = reach(first, onwards, left);
    const back = reach(first, backwards, left);
    const loop = [ ...left ].filter((element) => onward.has(element) && back.has(element));
    loop.forEach((element) => left.delete(element));
    left.delete(first);
    if (loop.length > 0) {
      yield loop;
    }
  }
}

/** What is left of a scope when everything that nothing leads to, or that leads to nothing, is taken away. */
function cyclic(scope) {
  const left = new Set(scope.children);
  let before;
  do {
    before = left.size;
    for (const element of left) {
      if (!onwards(element).some((each) => left.has(each)) || !backwards(element).some((each) => left.has(each))) {
        left.delete(element);
      }
    }
  } while (left.size < before);
  return left;
}

function reach(start, neighbours, within) {
  const reached = new Set();
  const next = [ start ];
  while (next.length > 0) {
    for (const each of neighbours(next.pop())) {
      if (within.has(each) && !reached.has(each)) {
        reached.add(each);
        next.push(each);
      }
    }
  }
  return reached;
}

function onwards(element) {
  return [ ...element.following, ...element.boundaries.filter(interrupts) ];
}

function backwards(element) {
  return element.attachedTo && interrupts(element) ? [ ...element.preceding, element.attachedTo ] : element.preceding;
}

function interrupts(boundary) {
  return boundary.raw.cancelActivity !== false;
}

/** Whether something leads out of a loop, or can cancel the scope it lies in. */
function hasWayOut(loop) {
  const inside = new Set(loop);
  return loop.some((element) => onwards(element).some((each) => !inside.has(each)))
    || [ ...loop[0].around() ].some(canBeCancelled);
}

function canBeCancelled(scope) {
  return scope.boundaries.some(interrupts)
    || scope.children.some((child) => child.isEventSubProcess && child.children.some(
      (start) => start.kind === 'startEvent' && start.events.length > 0 && start.raw.isInterrupting !== false));
}

/** The phase a loop goes back to, if it does. */
function phaseIn(loop) {
  return loop.find(isPhase);
}

module.exports = { hasWayOut, loops, phaseIn };
