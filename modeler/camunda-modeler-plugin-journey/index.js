/** What the Camunda Modeler loads from its plugins folder. */
module.exports = {
  name: 'Customer journeys',
  script: './dist/client.js',
  style: './dist/client.css'
};
