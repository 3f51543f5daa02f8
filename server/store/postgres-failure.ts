export type PostgresFailure =
  /** No answer, or not with this name and password. */
  | { readonly kind: "away"; readonly detail: string }
  | { readonly kind: "newer"; readonly version: number }
  /** A service works on it, and it was to be replaced. */
  | { readonly kind: "inUse" }
  /** The login may not make the role that desks' calls run under; its owner has to. */
  | { readonly kind: "noDeskRole" };
