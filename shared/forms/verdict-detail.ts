import { z } from "zod";
import { zVerdictDetail, type VerdictDetail } from "../rules/verdicts/detail.ts";

/** What can be read; a part that is damaged is undefined. */
export type ReadDetail = { readonly [K in keyof VerdictDetail]?: VerdictDetail[K] | undefined };
export type CountedStretch = VerdictDetail["segments"][number];
export type CountedPause = VerdictDetail["pauses"][number];
export type CountedStep = VerdictDetail["start"];

/**
 * A verdict's `detail`, read patiently: the result stands in the verdict's own fields, so one damaged part is left
 * out and the rest still printed. A text that is no JSON gives nothing.
 */
export function readVerdictDetail(text: string | undefined): ReadDetail {
  if (text === undefined) return {};
  try {
    const read = patient.safeParse(JSON.parse(text));
    return read.success ? read.data : {};
  } catch {
    return {};
  }
}

const { shape } = zVerdictDetail;
const part = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

const zTime = z.iso.datetime({ offset: true });
const isTime = (at: string | null | undefined): boolean =>
  at === null || at === undefined || zTime.safeParse(at).success;
/** What a date can hold. */
const isMoment = (ms: number): boolean => ms >= 0 && ms < Date.UTC(9999, 11, 31);
const isStep = (step: CountedStep | null): boolean =>
  step === null || (isTime(step.at) && isTime(step.recordedAt));

// The shape is the rules' own; what would break a sheet, such as a time that is none, is refused here.
const patient = z.object({
  targetText: part(shape.targetText),
  start: part(shape.start.refine(isStep)),
  stop: part(shape.stop.refine(isStep)),
  segments: part(
    shape.segments.refine((all) => all.every(({ fromMs, toMs }) => isMoment(fromMs) && isMoment(toMs))),
  ),
  more: part(shape.more),
  pauses: part(
    shape.pauses.refine((all) => all.every(({ from, to, capAt }) => [from, to, capAt].every(isTime))),
  ),
  modes: part(shape.modes),
});
