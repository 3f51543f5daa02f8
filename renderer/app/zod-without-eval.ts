import { z } from "zod";

// zod would otherwise try to compile its checks, which the window's policy forbids and reports.
z.config({ jitless: true });
