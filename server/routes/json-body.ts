import type { FastifyInstance } from "fastify";

/** No honest change is deeper than a handful; thousands would end in a stack of calls that overflows. */
const DEPTH = 40;

/** JSON bodies: never deep, never reaching for a prototype. */
export function jsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser("error", "error");
  app.removeContentTypeParser("application/json");
  app.addContentTypeParser("application/json", { parseAs: "string" }, (request, body, done) => {
    const text = typeof body === "string" ? body : body.toString("utf8");
    if (isDeep(text)) done(Object.assign(new Error("deep"), { statusCode: 400 }));
    else void parse(request, text, done);
  });
}

/** Counts brackets outside texts. What is not JSON may be misread here, and is refused by the parser. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case 34: // "
        at = endOfText(text, at + 1);
        break;
      case 91: // [
      case 123: // {
        depth += 1;
        if (depth > DEPTH) return true;
        break;
      case 93: // ]
      case 125: // }
        depth -= 1;
        break;
      default:
    }
  }
  return false;
}

/** The place of the closing quote: the next one behind an even number of backslashes. */
function endOfText(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - slashes - 1) === 92 && at - slashes - 1 >= from) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return text.length;
}
