import { expect, test } from "vitest";
import { isLocal, isOurPage } from "../../../electron/security/permissions.ts";

test.each(["app://main", "app://main/", "app://main/?x#y", "app://main/assets/a.js"])(
  "%s is ours",
  (address) => {
    expect(isOurPage(address)).toBe(true);
    expect(isLocal(address)).toBe(true);
  },
);

test.each([
  "app://mainx/",
  "app://main.evil/",
  "app://main@evil/",
  "app://other/",
  "https://main/",
  "http://127.0.0.1/",
  "file:///etc/passwd",
  "file://host/share",
  "javascript:alert(1)",
  "ms-word:ofe|u|x",
  "blob:https://evil/1",
  "about:blank",
  "",
])("%j is not ours, and nothing is fetched from there", (address) => {
  expect(isOurPage(address)).toBe(false);
  expect(isLocal(address)).toBe(false);
});
