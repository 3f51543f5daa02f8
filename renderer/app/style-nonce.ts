/**
 * Lets the style elements that our own scripts make pass the page's policy.
 *
 * The host marks the page with a nonce. The component library puts it on most of its styles when told, but not
 * on those with which it locks scrolling behind a drawer, and has no setting for them. Only scripts that passed
 * `script-src 'self'` can get here; what is injected as markup still carries no nonce and is refused.
 */
export function markStyleElements(): void {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
  if (nonce === undefined || nonce === "") return;
  const make = Reflect.get(document, "createElement") as (
    this: Document,
    name: string,
    options?: object,
  ) => Element;
  Reflect.set(document, "createElement", (name: string, options?: object) => {
    const element = make.call(document, name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  });
}
