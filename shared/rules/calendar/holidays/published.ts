import { notice2007 } from "./2007.ts";
import { notice2008 } from "./2008.ts";
import { notice2009 } from "./2009.ts";
import { notice2010 } from "./2010.ts";
import { notice2011 } from "./2011.ts";
import { notice2012 } from "./2012.ts";
import { notice2013 } from "./2013.ts";
import { notice2014 } from "./2014.ts";
import { notice2015 } from "./2015.ts";
import { notice2016 } from "./2016.ts";
import { notice2017 } from "./2017.ts";
import { notice2018 } from "./2018.ts";
import { notice2019 } from "./2019.ts";
import { notice2020 } from "./2020.ts";
import { notice2021 } from "./2021.ts";
import { notice2022 } from "./2022.ts";
import { notice2023 } from "./2023.ts";
import { notice2024 } from "./2024.ts";
import { notice2025 } from "./2025.ts";
import { notice2026 } from "./2026.ts";
import type { HolidayNotice } from "./notice.ts";

/** Every notice that the product brings along, by year. A new year is a file beside this one and a line here. */
export const publishedNotices: readonly HolidayNotice[] = [
  notice2007,
  notice2008,
  notice2009,
  notice2010,
  notice2011,
  notice2012,
  notice2013,
  notice2014,
  notice2015,
  notice2016,
  notice2017,
  notice2018,
  notice2019,
  notice2020,
  notice2021,
  notice2022,
  notice2023,
  notice2024,
  notice2025,
  notice2026,
];
