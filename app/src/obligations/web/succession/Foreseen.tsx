import type { OutputOf } from '../../../platform/web/client.ts';
import type { WordKey } from '../../../platform/words/index.ts';
import type { StandingLight } from '../../light.ts';
import { LightMark } from '../LightMark.tsx';
import { useBoardSpeech } from '../speech.ts';

type Foresight = OutputOf<'obligations.foresee'>;

interface ForeseenProps {
  readonly foresight: Foresight;
  /** Whether new ones are set up: what lies below goes where the officer puts it. */
  readonly divided: boolean;
}

/** Whom a change concerns, the duties it would change, and what each rating makes of it. */
export function Foreseen({ foresight, divided }: ForeseenProps) {
  const { say } = useBoardSpeech();
  const { concerned, duties, more, ratings } = foresight;
  return (
    <>
      {concerned.map((one) => (
        <Concerned key={one.id} one={one} divided={divided} />
      ))}
      <h4>{say('succession.duties')}</h4>
      {duties.length === 0 && <p className="succession-quiet">{say('succession.noDuties')}</p>}
      <ul className="succession-lines">
        {duties.map((one) => (
          <DutyLine key={`${one.subject} ${one.title.en} ${one.period}`} duty={one} />
        ))}
      </ul>
      {more > 0 && <p className="succession-quiet">{say('succession.more', { n: more })}</p>}
      <h4>{say('succession.ratings')}</h4>
      {ratings.length === 0 && <p className="succession-quiet">{say('succession.noRatings')}</p>}
      <ul className="succession-lines">
        {ratings.map((one) => (
          <RatingLine key={one.title.en} rating={one} />
        ))}
      </ul>
    </>
  );
}

const COUNTED = ['entries', 'below', 'tenures', 'members', 'postings', 'accounts'] as const;

function Concerned({ one, divided }: { readonly one: Foresight['concerned'][number]; readonly divided: boolean }) {
  const { say } = useBoardSpeech();
  /** One that goes on keeps what hangs on it. */
  const counted = COUNTED.filter((key) => one[key] > 0 && (one.ends || key === 'entries'));
  const wordOf = (key: (typeof COUNTED)[number]): WordKey =>
    key === 'below' && divided ? 'succession.belowPart' : `succession.${key}`;
  return (
    <section className="succession-concerned">
      <h4>
        {one.name}{' '}
        <span className="succession-quiet">{say(one.ends ? 'succession.endsOn' : 'succession.staysOn')}</span>
      </h4>
      <ul>
        {counted.map((key) => (
          <li key={key}>{say(wordOf(key), { n: one[key] })}</li>
        ))}
        {counted.length === 0 && <li>{say('succession.nothingThere')}</li>}
      </ul>
    </section>
  );
}

type Duty = Foresight['duties'][number];

function DutyLine({ duty }: { readonly duty: Duty }) {
  const { pick, periodWord } = useBoardSpeech();
  return (
    <li>
      <strong>{pick(duty.title)}</strong>
      <span className="succession-quiet">
        {duty.subject} · {periodWord(duty.period)}
      </span>
      <span className="succession-change">
        <Owed owed={duty.before} limit={duty.limit} none="succession.fresh" />
        <span aria-hidden>→</span>
        <Owed owed={duty.after} limit={duty.limit} none="succession.gone" />
      </span>
    </li>
  );
}

interface OwedProps {
  readonly owed: Duty['before'];
  readonly limit: boolean;
  readonly none: WordKey;
}

function Owed({ owed, limit, none }: OwedProps) {
  const { say } = useBoardSpeech();
  if (owed === null) return <span className="succession-quiet">{say(none)}</span>;
  return (
    <span>
      <LightMark light={owed.light as StandingLight} limit={limit} />{' '}
      {owed.need !== null && say('succession.owes', { done: short(owed.done), need: short(owed.need) })}
    </span>
  );
}

/** Two digits are enough on a list. */
const short = (decimal: string) => String(Math.round(Number(decimal) * 100) / 100);

const ENDED = {
  rated: 'succession.endedRated',
  'not-rated': 'succession.endedNotRated',
  'by-days': 'succession.endedByDays',
} as const;

function RatingLine({ rating }: { readonly rating: Foresight['ratings'][number] }) {
  const { pick, say, language } = useBoardSpeech();
  const { records, days, ended } = rating;
  const how = records ? (days ? 'joinedAll' : 'joinedRecords') : days ? 'joinedDays' : 'apart';
  return (
    <li>
      <strong>{pick(rating.title)}</strong>
      <span className="succession-quiet">
        {[say(`succession.${how}`), say(ENDED[ended as keyof typeof ENDED])].join(language === 'en' ? '; ' : '；')}
      </span>
    </li>
  );
}
