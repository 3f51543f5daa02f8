/** The little of PouchDB that the bench asks; its own types would be one more package. */
declare module "pouchdb-browser" {
  export default class PouchDB {
    constructor(name: string);
    readonly replicate: {
      from(address: string, options: object): Promise<{ readonly docs_written: number }>;
    };
    bulkDocs(documents: readonly object[]): Promise<readonly object[]>;
    destroy(): Promise<void>;
  }
}
