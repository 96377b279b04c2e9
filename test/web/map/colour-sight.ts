// How different two colours look (CIE76 ΔE in Lab), also to those who see fewer: simulated protanopia,
// deuteranopia and tritanopia (Machado et al. 2009, severity 1).

type Triple = [number, number, number];

const sights: Record<string, [Triple, Triple, Triple]> = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function toLinear(hex: string): Triple {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const times = (row: Triple, [r, g, b]: Triple) => row[0] * r + row[1] * g + row[2] * b;

function toLab(rgb: Triple): Triple {
  const curve = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = curve(times([0.4124, 0.3576, 0.1805], rgb) / 0.95047);
  const y = curve(times([0.2126, 0.7152, 0.0722], rgb));
  const z = curve(times([0.0193, 0.1192, 0.9505], rgb) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function differences(one: string, other: string): number[] {
  return Object.values(sights).map((sight) => {
    const [a, b] = [one, other].map((hex) => {
      const seen = sight.map((row) => Math.min(1, Math.max(0, times(row, toLinear(hex)))));
      return toLab(seen as Triple);
    }) as [Triple, Triple];
    return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
  });
}

/** To whom they look most alike. */
export function nearestDifference(one: string, other: string): number {
  return Math.min(...differences(one, other));
}

/** 0 is black, 100 white. */
export function lightness(colour: string): number {
  return toLab(toLinear(colour))[0];
}
