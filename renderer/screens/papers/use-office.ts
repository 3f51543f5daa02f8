import { UNNAMED_HOSPITAL } from "../../../shared/forms/office-head.ts";
import type { Hospital } from "../../../shared/records/index.ts";
import { useRecords } from "../../records/use-desk.tsx";

/** The hospital in the head of every paper; undefined while it is read. */
export function useOffice(): Hospital | undefined {
  const hospitals = useRecords("hospital");
  return hospitals === undefined ? undefined : (hospitals[0]?.data ?? UNNAMED_HOSPITAL);
}
