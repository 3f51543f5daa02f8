import { epochMsOfWall, instant, type Instant } from "../../../../shared/lib/instants.ts";
import type { Clause, RecordData, Stored } from "../../../../shared/records/index.ts";
import type { EventKind } from "../../../../shared/records/event-kinds.ts";

/** The instant of `2026-11-20 16:00` on Shanghai's wall. */
export function wall(text: string): Instant {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = text.split(/[- :]/).map(Number);
  return instant(epochMsOfWall({ year, month, day, hour, minute, second: 0 }));
}

export function event(text: string, kind: EventKind) {
  return { at: wall(text), kind };
}

export function clauseOf(data: Partial<Clause>, id = "c1"): Stored<"clause"> {
  return {
    type: "clause",
    id,
    data: {
      contractId: "k1",
      name: "解决",
      metric: "resolution",
      startEvent: "reported",
      stopEvent: "resolved",
      target: 4,
      unit: "hour",
      coverage: "calendar",
      ...data,
    },
  };
}

export function contractOf(data: Partial<RecordData<"contract">>, id = "k1"): Stored<"contract"> {
  return {
    type: "contract",
    id,
    data: {
      title: "维护合同",
      vendorId: "v1",
      startDate: "2026-01-01",
      endDate: "2026-12-31",
      ...data,
    },
  };
}

export function calendarRecord(data: Partial<RecordData<"calendar">>, id = "cal1"): Stored<"calendar"> {
  return { type: "calendar", id, data: { name: "门诊", followsOfficialHolidays: true, ...data } };
}
