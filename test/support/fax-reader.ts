import type { Page } from "@playwright/test";
import type { Raster, TextLine } from "./fax-page.ts";

/**
 * A character as it looks in our font at a fax's density: `width` × `height` brightnesses with mean 0 and length 1,
 * once for each quarter of a dot at which its line may stand: a dot is a sixteenth of a character high.
 */
interface Glyph {
  readonly char: string;
  readonly phases: readonly Float32Array[];
}

const PHASES = 4;

interface Glyphs {
  readonly chinese: readonly Glyph[];
  readonly weights: readonly Weight[];
}

/** The regular and the bold cut: Chinese is known in the regular one only, which does for both. */
interface Weight {
  readonly digits: readonly Glyph[];
  /** How far the pen moves, in ems, for every character that may stand on a line. */
  readonly advances: ReadonlyMap<string, number>;
}

/** Above the baseline, in ems; the cell is one em high. */
const ABOVE = 0.88;
const SIZE_PT = 12;
const DIGIT_EM = 0.56;

/** The 3,755 characters of GB 2312 level 1, the ones that people write with. */
function levelOne(): readonly string[] {
  const decoder = new TextDecoder("gb18030");
  const chars: string[] = [];
  for (let row = 0xb0; row <= 0xd7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const char = decoder.decode(new Uint8Array([row, cell]));
      if (/^[\u4e00-\u9fff]$/.test(char)) chars.push(char);
    }
  return chars;
}

/** Draws every known character as the paper would, at this many dots an inch. */
export async function learnGlyphs(page: Page, dpiX: number, dpiY: number): Promise<Glyphs> {
  const learn = async (chars: readonly string[], em: number, weight: number): Promise<readonly Glyph[]> => {
    const drawn = await page.evaluate(
      ({ all, weight: cut, size, above, phases, width, height, x, y }) => {
        const canvas = new OffscreenCanvas(width, height);
        const context = canvas.getContext("2d", { willReadFrequently: true });
        if (context === null) throw new Error("no canvas");
        return all.map((char) =>
          Array.from({ length: phases }, (_, phase) => {
            context.setTransform(1, 0, 0, 1, 0, 0);
            context.fillStyle = "#fff";
            context.fillRect(0, 0, width, height);
            context.setTransform(x / 72, 0, 0, y / 72, 0, phase / phases);
            context.fillStyle = "#000";
            context.font = `${cut} ${size}px "Shouyue Paper Latin", "Shouyue Paper"`;
            context.fillText(char, 0, size * above);
            const { data } = context.getImageData(0, 0, width, height);
            let text = "";
            for (let i = 0; i < data.length; i += 4) text += String.fromCharCode(data[i] ?? 255);
            return btoa(text);
          }),
        );
      },
      {
        all: chars,
        weight,
        size: SIZE_PT,
        above: ABOVE,
        phases: PHASES,
        ...cell(em, dpiX, dpiY),
        x: dpiX,
        y: dpiY,
      },
    );
    return drawn.map((phases, i) => ({
      char: chars[i] ?? "",
      phases: phases.map((base64) => normal(Float32Array.from(Buffer.from(base64, "base64")))),
    }));
  };
  // The Latin font has these signs too, narrower than an em.
  const every = [
    ...levelOne(),
    ...Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)),
    "¥",
    "×",
    "–",
  ];
  const advancesOf = async (weight: number): Promise<ReadonlyMap<string, number>> =>
    new Map(
      await page.evaluate(
        ({ all, cut }) => {
          const context = new OffscreenCanvas(1, 1).getContext("2d");
          if (context === null) throw new Error("no canvas");
          context.font = `${cut} 100px "Shouyue Paper Latin", "Shouyue Paper"`;
          context.fontKerning = "none";
          return all.map((char) => [char, context.measureText(char).width / 100] as const);
        },
        { all: every, cut: weight },
      ),
    );
  const weights: Weight[] = [];
  for (const weight of [400, 700])
    weights.push({
      digits: await learn("0123456789".split(""), DIGIT_EM, weight),
      advances: await advancesOf(weight),
    });
  return { chinese: await learn(levelOne(), 1, 400), weights };
}

export interface ReadChar {
  readonly is: string;
  readonly read: string;
}

/** Names the nearest known character at every place of the 12 pt lines where one of a known kind should stand. */
export function readLines(
  fax: Raster,
  lines: readonly TextLine[],
  glyphs: Glyphs,
  dpiX: number,
  dpiY: number,
): { readonly chinese: readonly ReadChar[]; readonly digits: readonly ReadChar[] } {
  const chinese: ReadChar[] = [];
  const digits: ReadChar[] = [];
  const known = new Set(glyphs.chinese.map(({ char }) => char));
  for (const line of lines) {
    if (Math.abs(line.sizePt - SIZE_PT) > 0.2) continue;
    const { digits: known09, advances } = weightOf(line, glyphs.weights);
    let xPt = line.xPt;
    for (const char of line.text) {
      const left = Math.round((xPt * dpiX) / 72);
      const topDots = ((line.baselinePt - SIZE_PT * ABOVE) * dpiY) / 72;
      if (known.has(char))
        chinese.push({ is: char, read: nearest(fax, left, topDots, cell(1, dpiX, dpiY), glyphs.chinese) });
      else if (/^\d$/.test(char))
        digits.push({
          is: char,
          read: nearest(fax, left, topDots, cell(DIGIT_EM, dpiX, dpiY), known09),
        });
      // Full-width signs are an em wide.
      xPt += (advances.get(char) ?? 1) * SIZE_PT;
    }
  }
  return { chinese, digits };
}

/** The cut in which the line is as wide as the PDF says. */
function weightOf(line: TextLine, weights: readonly Weight[]): Weight {
  const off = ({ advances }: Weight): number =>
    Math.abs(
      Array.from(line.text).reduce((sum, char) => sum + (advances.get(char) ?? 1) * SIZE_PT, 0) -
        line.widthPt,
    );
  return weights.reduce((a, b) => (off(b) < off(a) ? b : a));
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function cell(em: number, dpiX: number, dpiY: number): Size {
  return { width: Math.round((SIZE_PT * em * dpiX) / 72), height: Math.ceil((SIZE_PT * dpiY) / 72) + 1 };
}

/** The glyph that agrees best, tried a dot to the left and to the right. */
function nearest(fax: Raster, left: number, topDots: number, size: Size, glyphs: readonly Glyph[]): string {
  const quarter = Math.round(topDots * PHASES);
  const top = Math.floor(quarter / PHASES);
  const phase = quarter - top * PHASES;
  const crops = [0, -1, 1].map((dx) => crop(fax, left + dx, top, size));
  let best = { char: "", score: -Infinity };
  for (const { char, phases } of glyphs)
    for (const dots of crops) {
      const score = agreement(dots, phases[phase] ?? dots);
      if (score > best.score) best = { char, score };
    }
  return best.char;
}

function crop(fax: Raster, left: number, top: number, { width, height }: Size): Float32Array {
  const dots = new Float32Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) dots[y * width + x] = fax.grey[(top + y) * fax.width + left + x] ?? 255;
  return normal(dots);
}

function normal(dots: Float32Array): Float32Array {
  const mean = dots.reduce((sum, dot) => sum + dot, 0) / dots.length;
  const length = Math.sqrt(dots.reduce((sum, dot) => sum + (dot - mean) ** 2, 0));
  return dots.map((dot) => (length === 0 ? 0 : (dot - mean) / length));
}

function agreement(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
