import { notApplicable } from '../value.ts';
import { say } from '../words.ts';

export const NO_UNITS = notApplicable(say('下级没有计算该指标的组织', 'No organisation below has this measure'));
export const NOT_ALIVE = notApplicable(say('该组织在此期间不存在', 'The organisation did not exist in the period'));
export const ONLY_BELOW = notApplicable(say('该指标不向上汇总', 'The measure does not roll up'));
export const ZERO_BASE = notApplicable(say('基数为零，无法求比', 'The base is zero, so there is no ratio'));
