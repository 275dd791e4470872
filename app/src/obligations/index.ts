export { evaluateTouched } from './evaluator.ts';
export { type EvaluatorLoop, startEvaluatorLoop } from './evaluator-loop.ts';
export { explainStanding } from './explain-standing.ts';
export { readBoard } from './read-board.ts';
export { readBoardRows } from './read-board-rows.ts';
export { readHistory } from './read-history.ts';
export { readMine } from './read-mine.ts';
export { readStandings } from './read-standings.ts';
export { verifyStandings } from './verify-standings.ts';
