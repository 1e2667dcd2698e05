type Tags = HTMLElementTagNameMap;

/** An element of ours. What strangers wrote goes into it as text, never as anything else. */
export function make<Tag extends keyof Tags>(
  tag: Tag,
  className: string,
  ...children: readonly (Node | string | false | undefined)[]
): Tags[Tag] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  for (const child of children) if (child) element.append(child);
  return element;
}

/** The element with these properties changed. */
export function set<E extends Element>(element: E, properties: Partial<E>): E {
  return Object.assign(element, properties);
}

/** A shape in the colour of the text around it, out of a path of 10 by 10. */
export function makeSign(path: string): Element {
  const sign = make('span', 'sign');
  sign.style.clipPath = `path("${path}")`;
  return sign;
}
