import { contextBridge, ipcRenderer } from "electron";
import { z } from "zod";
import {
  channels,
  type Channel,
  type DesktopApi,
  type Input,
  type Output,
} from "../shared/desktop/contract.ts";
import { failureText, isFailureCode, type FailureCode } from "../shared/desktop/failure.ts";

// The window's policy forbids making code from text, which zod otherwise tries for speed.
z.config({ jitless: true });

contextBridge.exposeInMainWorld("desktop", {
  saveFile: (input) => ask("saveFile", input),
  openFiles: (input) => ask("openFiles", input),
  growBegin: (input) => ask("growBegin", input),
  growMore: (input) => ask("growMore", input),
  growEnd: (input) => ask("growEnd", input),
  print: (input) => ask("print", input),
  makePdf: (input) => ask("makePdf", input),
  notify: (input) => ask("notify", input),
  keepSecret: (input) => ask("keepSecret", input),
  readSecret: (input) => ask("readSecret", input),
  journalState: (input) => ask("journalState", input),
  journalAppend: (input) => ask("journalAppend", input),
  journalRead: (input) => ask("journalRead", input),
  journalSnapshot: (input) => ask("journalSnapshot", input),
  journalVerify: (input) => ask("journalVerify", input),
  journalHasBlobs: (input) => ask("journalHasBlobs", input),
  journalKeepBlob: (input) => ask("journalKeepBlob", input),
  journalReadBlob: (input) => ask("journalReadBlob", input),
  serviceState: (input) => ask("serviceState", input),
  serviceConnect: (input) => ask("serviceConnect", input),
  serviceLeave: (input) => ask("serviceLeave", input),
  serviceCall: (input) => ask("serviceCall", input),
  serviceRead: (input) => ask("serviceRead", input),
  serviceAbort: (input) => ask("serviceAbort", input),
  appInfo: (input) => ask("appInfo", input),
} satisfies DesktopApi);

/** An error that crosses the bridge keeps its message alone: the code is the message. */
async function ask<C extends Channel>(channel: C, raw: Input<C>): Promise<Output<C>> {
  const input = channels[channel].input.safeParse(raw);
  if (!input.success) throw failed("malformed");
  const answer: unknown = await ipcRenderer.invoke(channel, input.data);
  const value = valueOf(answer);
  const output = channels[channel].output.safeParse(value);
  if (!output.success) throw failed("malformed");
  return output.data as Output<C>;
}

function valueOf(answer: unknown): unknown {
  if (typeof answer !== "object" || answer === null) throw failed("malformed");
  if ("failure" in answer) throw failed(isFailureCode(answer.failure) ? answer.failure : "internal");
  return "value" in answer ? answer.value : undefined;
}

function failed(code: FailureCode): Error {
  return new Error(failureText(code));
}
