/** Marks of the map, drawn here: a shape for each state, a colour and pattern for each side. */
import { lookOf, STROKES } from "../parts/parties";

export const SIZE = 22; // CSS pixels
const SCALE = 2;

export const iconName = (state: string, holder: string | null): string => `${state}|${holder ?? ""}`;

/** A mark as the map takes it. */
export function drawIcon(state: string, holder: string | null, ink: string, paper: string): ImageData {
  return drawn(state, holder, ink, paper).getImageData(0, 0, SIZE * SCALE, SIZE * SCALE);
}

/** The same mark as a picture for the legend. */
export const iconPicture = (state: string, holder: string | null, ink: string, paper: string): string => drawn(state, holder, ink, paper).canvas.toDataURL();

function drawn(state: string, holder: string | null, ink: string, paper: string): CanvasRenderingContext2D {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = SIZE * SCALE;
  const pen = canvas.getContext("2d", { willReadFrequently: true })!; // to read what a graphics card drew stops the page for long
  pen.scale(SCALE, SCALE);
  const middle = SIZE / 2;
  const circle = (radius: number): void => {
    pen.beginPath();
    pen.arc(middle, middle, radius, 0, Math.PI * 2);
  };
  const small = state === "silent";
  const radius = small ? 6 : 8;
  circle(radius + 2);
  pen.fillStyle = paper;
  pen.fill();
  if (state === "contested") hatch(pen, radius, ink);
  else if (state === "third" || small) ring(pen, radius, lookOf(holder).colour, small ? ink : null);
  else fill(pen, radius, holder);
  circle(radius);
  pen.lineWidth = 1.5;
  pen.strokeStyle = ink;
  pen.setLineDash(state === "silent" || state === "contested" ? [2.5, 2] : []);
  pen.stroke();
  pen.setLineDash([]);
  if (state === "conceded") {
    circle(radius + 2.2);
    pen.lineWidth = 1.2;
    pen.stroke();
  }
  return pen;
}

function clipped(pen: CanvasRenderingContext2D, radius: number, draw: () => void): void {
  pen.save();
  pen.beginPath();
  pen.arc(SIZE / 2, SIZE / 2, radius, 0, Math.PI * 2);
  pen.clip();
  draw();
  pen.restore();
}

function fill(pen: CanvasRenderingContext2D, radius: number, holder: string | null): void {
  const look = lookOf(holder);
  clipped(pen, radius, () => {
    pen.fillStyle = look.colour;
    pen.fillRect(0, 0, SIZE, SIZE);
    pen.strokeStyle = "rgb(255 255 255 / 85%)";
    pen.lineWidth = look.pattern === "dots" ? 2.4 : 1.4;
    pen.lineCap = look.pattern === "dots" ? "round" : "butt";
    const path = new Path2D(STROKES[look.pattern]);
    for (let x = 0; x < SIZE; x += 8) {
      for (let y = 0; y < SIZE; y += 8) {
        pen.save();
        pen.translate(x, y);
        pen.stroke(path);
        pen.restore();
      }
    }
  });
}

function hatch(pen: CanvasRenderingContext2D, radius: number, ink: string): void {
  clipped(pen, radius, () => {
    pen.strokeStyle = ink;
    pen.lineWidth = 1.6;
    for (let at = -SIZE; at < SIZE * 2; at += 4) {
      pen.beginPath();
      pen.moveTo(at, SIZE);
      pen.lineTo(at + SIZE, 0);
      pen.stroke();
    }
  });
}

function ring(pen: CanvasRenderingContext2D, radius: number, colour: string, only: string | null): void {
  if (only) return; // hollow
  pen.beginPath();
  pen.arc(SIZE / 2, SIZE / 2, radius - 2.5, 0, Math.PI * 2);
  pen.strokeStyle = colour;
  pen.lineWidth = 4;
  pen.stroke();
}
