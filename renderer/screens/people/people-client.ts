import type { z } from "zod";
import { fail, ok, type Result } from "../../../shared/lib/result.ts";

/** What the service refused, by its kind; `offline` where it did not answer. Numbers and texts that go with it stay. */
export interface PeopleFailure {
  readonly kind: string;
  readonly [detail: string]: string | number;
}

/** One call below `/api/people`. The tokens travel in cookies that this code never sees. Nothing throws. */
export async function callPeople<T>(
  schema: z.ZodType<T>,
  path: string,
  body?: object,
): Promise<Result<T, PeopleFailure>> {
  try {
    const answer = await fetch(`/api/people/${path}`, {
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
