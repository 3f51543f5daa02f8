/**
 * The little of PapaParse that is used. Its published types bring Node's in, and then `Buffer` would compile
 * everywhere in shared/.
 */
declare module "papaparse/papaparse.js" {
  interface ParseError {
    readonly type: string;
    readonly code: string;
    readonly row?: number;
    readonly index?: number;
  }
  interface StepResult {
    readonly data: string[];
    readonly errors: readonly ParseError[];
    readonly meta: { readonly cursor: number };
  }
  interface Config {
    readonly delimiter: string;
    readonly newline: string;
    readonly quoteChar?: string;
    readonly step: (result: StepResult, parser: { abort(): void }) => void;
  }
  const papa: {
    parse(text: string, config: Config): void;
  };
  export default papa;
}
