/** How a time of day is written: `08:30`. */
export const TIME = '^([01]\\d|2[0-3]):[0-5]\\d$';
