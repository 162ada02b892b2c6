const CAMUNDA = 'http://camunda.org/schema/1.0/bpmn';

/**
 * A model as drawn: a tree of plain elements, the same whether the file was read with Camunda's descriptors (as the
 * Modeler does) or without them (as the command line does).
 */
class Drawing {

  constructor(definitions) {
    this.prefix = prefixOf(definitions);
    this.byRaw = new Map();
    this.elements = [];
    this.root = this.read(definitions, null);
    this.elements.forEach((element) => this.connect(element));
    this.processes = this.root.children.filter((child) => child.kind === 'process');
  }

  read(raw, parent) {
    const element = new Element(this, raw, parent);
    this.byRaw.set(raw, element);
    this.elements.push(element);
    for (const child of contained(raw)) {
      element.children.push(this.read(child, element));
    }
    return element;
  }

  connect(element) {
    if (element.kind === 'sequenceFlow') {
      const source = this.byRaw.get(element.raw.sourceRef);
      const target = this.byRaw.get(element.raw.targetRef);
      if (source && target && source.parent === target.parent) {
        source.following.push(target);
        target.preceding.push(source);
      }
    }
    if (element.kind === 'boundaryEvent') {
      const activity = this.byRaw.get(element.raw.attachedToRef);
      if (activity && activity.parent === element.parent) {
        element.attachedTo = activity;
        activity.boundaries.push(element);
      }
    }
  }
}

class Element {

  constructor(drawing, raw, parent) {
    this.drawing = drawing;
    this.raw = raw;
    this.parent = parent;
    this.kind = kindOf(raw);
    this.id = raw.id || null;
    this.name = raw.name && raw.name.trim() || null;
    this.children = [];
    this.preceding = [];
    this.following = [];
    this.boundaries = [];
    this.attachedTo = null;
    this.properties = this.readProperties();
  }

  /** The id a finding names: its own, or that of the nearest element around it that has one. */
  get place() {
    return this.id || (this.parent ? this.parent.place : null);
  }

  /** What people call it. */
  get label() {
    return this.name || this.id || this.kind;
  }

  get isEventSubProcess() {
    return this.kind === 'subProcess' && this.raw.triggeredByEvent === true;
  }

  /** The kinds of its event definitions, such as message or timer. */
  get events() {
    return this.definitions.map((definition) => definition.kind.replace('EventDefinition', ''));
  }

  get definitions() {
    return this.children.filter((child) => child.kind.endsWith('EventDefinition'));
  }

  has(property) {
    return this.properties.has(property);
  }

  /** A property's value; null where it is absent or blank, which the engine takes for the same. */
  value(property) {
    return this.properties.get(property) || null;
  }

  /** An attribute of the Camunda namespace; null where it is absent or blank. */
  camunda(name) {
    return text(this.raw, 'camunda', name) || text(this.raw, this.drawing.prefix, name);
  }

  /** The Camunda extension elements of one kind, such as camunda:in. */
  extensions(kind) {
    const values = this.raw.extensionElements && this.raw.extensionElements.values || [];
    return values.filter((each) => this.isCamunda(each, kind));
  }

  isCamunda(raw, kind) {
    const type = String(raw.$type).toLowerCase();
    return type === `camunda:${kind}`.toLowerCase() || type === `${this.drawing.prefix}:${kind}`.toLowerCase();
  }

  readProperties() {
    const found = new Map();
    for (const list of this.extensions('properties')) {
      for (const each of list.$children || list.values || []) {
        if (this.isCamunda(each, 'property') && each.name) {
          const value = String(each.value ?? '').trim();
          found.set(each.name, value || found.get(each.name) || '');
        }
      }
    }
    return found;
  }

  /** Everything drawn in it, at any depth, itself first. */
  *all() {
    yield this;
    for (const child of this.children) {
      yield* child.all();
    }
  }

  /** The elements around it, innermost first. */
  *around() {
    for (let outer = this.parent; outer; outer = outer.parent) {
      yield outer;
    }
  }
}

function prefixOf(definitions) {
  const declared = Object.entries(definitions.$attrs || {})
    .find(([ name, uri ]) => name.startsWith('xmlns:') && uri === CAMUNDA);
  return declared ? declared[0].slice('xmlns:'.length) : 'camunda';
}

function kindOf(raw) {
  const local = String(raw.$type).split(':').pop();
  return local.charAt(0).toLowerCase() + local.slice(1);
}

function text(raw, prefix, name) {
  const value = raw.get ? raw.get(`${prefix}:${name}`) : undefined;
  return value === undefined || value === null ? null : String(value).trim() || null;
}

/** The BPMN elements directly in this one, without extensions and layout. */
function contained(raw) {
  const descriptor = raw.$descriptor;
  if (!descriptor || descriptor.isGeneric) {
    return [];
  }
  return descriptor.properties
    .filter((each) => !each.isAttr && !each.isReference && each.ns.prefix === 'bpmn')
    .filter((each) => each.ns.localName !== 'extensionElements' && each.ns.localName !== 'diagrams')
    .flatMap((each) => raw[each.name] || [])
    .filter((each) => each && each.$descriptor && String(each.$type).startsWith('bpmn:'));
}

module.exports = { Drawing };
