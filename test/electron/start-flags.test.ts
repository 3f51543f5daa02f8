import { expect, test } from "vitest";
import { dataFolder } from "../../electron/start-flags.ts";

test.each([
  [["electron", ".", "--data", "D:\\守约"], "D:\\守约"],
  [["electron", ".", "--data=/srv/x"], "/srv/x"],
  [["electron", "."], undefined],
  [["electron", "--data"], undefined],
  [["electron", "--data", "--inspect"], undefined],
  [["electron", "--data="], undefined],
])("%j keeps its data in %j", (argv, folder) => {
  expect(dataFolder(argv)).toBe(folder);
});
