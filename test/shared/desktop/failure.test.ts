import { expect, test } from "vitest";
import { FAILURE_CODES, failureCodeOf, failureText } from "../../../shared/desktop/failure.ts";

test.each(FAILURE_CODES)("%s survives being the message of an error", (code) => {
  expect(failureCodeOf(new Error(failureText(code)))).toBe(code);
  expect(failureCodeOf(new Error(`Error invoking: Error: ${failureText(code)}`))).toBe(code);
});

test.each([new Error("x"), new Error("desktop:nonsense"), "desktop:too-big", null])(
  "%j is nobody's code",
  (thrown) => {
    expect(failureCodeOf(thrown)).toBe("internal");
  },
);
