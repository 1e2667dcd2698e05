// Beyond the five of HTML: the marks that newsletter tools fill in, as *|NAME|*, {{ name }}, %%name%% or [[name]].
const special = /[&<>"'{}[\]|*%$#]/g;

/** Text as it stands in HTML or XML, content or attribute: no markup, and no merge tag of a newsletter tool. */
export function escaped(text: string): string {
  return text.replace(special, (sign) => `&#${sign.charCodeAt(0)};`);
}
