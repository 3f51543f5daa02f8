import { grouped, median, type Figure, type Options } from "./figures.ts";
import { inLab } from "./lab.ts";
import type { PageFigures } from "./store-page/page-jobs.ts";

const SIZES = [25, 50, 100, 200, 400];
const NOW = 100;
const TYPES = ["incident", "incidentEvent"] as const;

/** `pages`: how many records a page should hold, for long records and short ones: each size beside the one in use. */
export async function benchPages({
  sizes: [rows = 20_000] = [],
  rounds,
}: Options): Promise<readonly Figure[]> {
  return inLab(async (lab) => {
    const { address } = await lab.origin();
    const figures: Figure[] = [];
    for (const type of TYPES) {
      const taken = new Map<number, PageFigures[]>(SIZES.map((size) => [size, []]));
      for (let round = 0; round < rounds; round++)
        for (const size of SIZES) taken.get(size)?.push(await lab.run(address, "pages", type, rows, size));
      const of = (size: number, what: keyof PageFigures): number =>
        median((taken.get(size) ?? []).map((one) => one[what]));
      const against = `${NOW} a page`;
      for (const size of SIZES) {
        const line = (what: string, key: keyof PageFigures): Figure => ({
          ...{ what: `${type}, ${size} a page: ${what}`, ours: of(size, key), against, other: of(NOW, key) },
        });
        figures.push(
          line(`${grouped(rows)} written`, "write"),
          line("50 read here and there", "read"),
          line("one rewritten, strict", "rewrite"),
        );
      }
    }
    return figures;
  });
}
