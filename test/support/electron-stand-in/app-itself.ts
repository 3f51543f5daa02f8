import { StandInApp } from "./app.ts";

export const app = new StandInApp();
