// Draws the product's icons into assets/: two linked rings (an alliance) and a page with rising bars (the QBR).
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { root } from './install.mjs';

const blue = [15, 76, 129];
const green = [30, 142, 78];
const white = [255, 255, 255];
const samples = 8;

const ring = (cx, cy, radius, width) => (x, y) => Math.abs(Math.hypot(x - cx, y - cy) - radius) <= width / 2;
const box = (left, top, right, bottom, radius) => (x, y) => {
  const dx = Math.max(left + radius - x, 0, x - (right - radius));
  const dy = Math.max(top + radius - y, 0, y - (bottom - radius));
  return Math.hypot(dx, dy) <= radius;
};

// Shapes on a square of side 1, later ones on top; the rings are linked: the left one passes over the right one only below.
const left = ring(0.345, 0.5, 0.235, 0.125);
const right = ring(0.655, 0.5, 0.235, 0.125);
const icons = {
  icon: [[left, blue], [right, green], [(x, y) => y > 0.5 && left(x, y), blue]],
  qbr: [
    [box(0.12, 0.04, 0.88, 0.96, 0.08), blue],
    [box(0.19, 0.11, 0.81, 0.89, 0.03), white],
    [box(0.28, 0.2, 0.72, 0.28, 0.01), blue],
    [box(0.28, 0.58, 0.39, 0.8, 0.01), blue],
    [box(0.445, 0.48, 0.555, 0.8, 0.01), blue],
    [box(0.61, 0.36, 0.72, 0.8, 0.01), green],
  ],
};

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function png(size, shapes) {
  const bytes = Buffer.alloc(size * (size * 4 + 1));
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const sum = [0, 0, 0, 0];
      for (let i = 0; i < samples * samples; i += 1) {
        const x = (column + ((i % samples) + 0.5) / samples) / size;
        const y = (row + (Math.floor(i / samples) + 0.5) / samples) / size;
        const color = shapes.findLast(([inside]) => inside(x, y))?.[1];
        if (color) [...color, 1].forEach((part, k) => (sum[k] += part));
      }
      const covered = sum[3];
      const at = row * (size * 4 + 1) + 1 + column * 4;
      for (let k = 0; k < 3; k += 1) bytes[at + k] = covered ? Math.round(sum[k] / covered) : 0;
      bytes[at + 3] = Math.round((covered / (samples * samples)) * 255);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', header), chunk('IDAT', deflateSync(bytes, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

mkdirSync(join(root, 'assets'), { recursive: true });
for (const [name, shapes] of Object.entries(icons)) {
  for (const size of [16, 32, 64, 80]) writeFileSync(join(root, 'assets', `${name}-${size}.png`), png(size, shapes));
}
console.log('Drew the icons into assets/.');
