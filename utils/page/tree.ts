import { elements, getter, kindOf, nodes } from './node';

// What the finder asks besides, as `node.ts` does.

export const pageOf = getter<Document>(nodes, 'ownerDocument');
export const nodesOf = getter<NodeListOf<Node>>(nodes, 'childNodes');
export const parentNodeOf = getter<Node | null>(nodes, 'parentNode');
export const rectsOf = (element: Element): DOMRectList => elements.getClientRects.call(element);
export const childrenOf = getter<HTMLCollection>(elements, 'children');

export const closestOf = (element: Element, selector: string): Element | null =>
  elements.closest.call(element, selector);

export const holds = (element: Node, other: Node): boolean => nodes.contains.call(element, other);

/** Whether the second of two nodes comes after the first, or is in it. */
export const isAfter = (one: Node, other: Node): boolean => (nodes.compareDocumentPosition.call(one, other) & 4) !== 0;

export const topOf = (node: Node): Node => nodes.getRootNode.call(node);

export const parentOf = getter<Element | null>(nodes, 'parentElement');

export const isThere = getter<boolean>(nodes, 'isConnected');

export const isRoot = (node: Node): node is ShadowRoot => kindOf(node) === 11;

export const attributesOf = (element: Element): readonly string[] => elements.getAttributeNames.call(element);
