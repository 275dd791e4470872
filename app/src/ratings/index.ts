export { explainRating } from './explain-rating.ts';
export { listRatings } from './list-ratings.ts';
export { readRating } from './read-rating.ts';
export { readRatingHistory } from './read-rating-history.ts';
export { addSimulateCommand } from './simulate-command.ts';
export { simulateRating } from './simulate-rating.ts';
