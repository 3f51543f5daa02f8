import type { z } from "zod";
import { officeFetch } from "../../desktop/office-fetch.ts";
import { fail, ok, type Result } from "../../../shared/lib/result.ts";

/** What the service refused, by its kind; `offline` where it did not answer. Numbers and texts that go with it stay. */
export interface PeopleFailure {
  readonly kind: string;
  readonly [detail: string]: string | number;
}

/** One call below `/api/people`. The tokens are in cookies, or on the machine's side of its door: this code never sees them. Nothing throws. */
export async function callPeople<T>(
  schema: z.ZodType<T>,
  path: string,
  body?: object,
): Promise<Result<T, PeopleFailure>> {
  try {
    const answer = await officeFetch(`/api/people/${path}`, {
      method: body === undefined ? "GET" : "POST",
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
    const told: unknown = await answer.json();
    return answer.ok ? ok(schema.parse(told)) : fail(failureIn(told));
  } catch {
    return fail({ kind: "offline" });
  }
}

function failureIn(told: unknown): PeopleFailure {
  if (typeof told === "object" && told !== null && "failure" in told) {
    const { failure } = told;
    if (
      typeof failure === "object" &&
      failure !== null &&
      "kind" in failure &&
      typeof failure.kind === "string"
    )
      return failure as PeopleFailure;
  }
  return { kind: "offline" };
}
