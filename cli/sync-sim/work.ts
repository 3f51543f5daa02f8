import type { RecordType } from "../../shared/records/index.ts";
import type { Patch } from "../../shared/sync/change.ts";
import { seenIn } from "../../shared/sync/fold.ts";
import type { Desk } from "./desk.ts";
import type { World } from "./world.ts";

/** What people do at a desk: new records, edits, deletions, evidence, imports. */
export function editSomething(world: World, desk: Desk): void {
  const { chances } = world;
  // Most work is on few records: that is where people meet.
  const all = [...desk.keys()].sort();
  const known = chances.once(4) ? all : all.slice(0, 3);
  const kind = chances.below(10);
  if (kind === 0 || known.length === 0)
    save(world, desk, "vendor", freshId(world, desk), { name: name(world) });
  else if (kind === 1) save(world, desk, "incidentEvent", freshId(world, desk), { note: name(world) });
  else if (kind === 2) importSome(world, desk);
  else {
    const [type = "", recordId = ""] = (chances.pick(known) ?? "").split(" ");
    if (type === "contract") save(world, desk, type, recordId, { amountFen: chances.below(1e6) });
    else if (type === "vendor")
      save(
        world,
        desk,
        type,
        recordId,
        kind === 3 ? deletion(world) : { fax: name(world), name: name(world) },
      );
    else
      save(world, desk, "contract", freshId(world, desk), {
        name: name(world),
        amountFen: chances.below(1e6),
      });
  }
}

function importSome(world: World, desk: Desk): void {
  const batchId = freshId(world, desk);
  const count = 1 + world.chances.below(8);
  for (let n = 0; n < count; n++)
    save(world, desk, "contract", freshId(world, desk), { amountFen: n }, batchId);
}

function save(
  world: World,
  desk: Desk,
  type: RecordType,
  recordId: string,
  patch: Patch,
  batchId?: string,
): void {
  const shown = desk.shown(`${type} ${recordId}`);
  const saw = Object.fromEntries(Object.keys(patch).map((field) => [field, seenIn(shown, field)]));
  if (type === "contract" && world.refusals?.once(12) === true) {
    const refused = desk.save(type, recordId, { ...patch, amountFen: "不是金额" }, world.nowMs, batchId);
    world.refusable.add(refused.id);
    return;
  }
  const change = desk.save(type, recordId, patch, world.nowMs, batchId);
  world.acknowledged.set(change.id, { change, saw });
}

function deletion({ chances }: World): Patch {
  return { $deleted: chances.once(3) ? null : true };
}

function name({ chances }: World): string {
  return `名${chances.below(1000)}`;
}

/** As the product makes them: a desk's own name and a number, so that no two desks ever give one twice. */
function freshId(world: World, desk: Desk): string {
  world.idNo += 1;
  return `${desk.id}-${String(world.idNo).padStart(9, "0")}`;
}
