import { Select } from 'antd';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useAction } from '../../platform/web/query.ts';
import { versionsToChoose } from './versions.ts';

interface VersionChoiceProps {
  /** The day whose rules are in force here. */
  readonly day: string;
  /** Hashes of versions that stand in for those in force. */
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Other versions of the packs in force; nothing where there is only the one. */
export function VersionChoice({ day, chosen, onChange }: VersionChoiceProps) {
  const { say, pick } = useSpeech();
  const known = useAction('packs.list', {});
  const choices = versionsToChoose(known.data?.packs ?? [], day);
  if (choices.length === 0) return null;
  return (
    <fieldset className="ratings-knobs">
      <legend>{say('ratings.versions')}</legend>
      {choices.map(({ id, title, now, others }) => {
        const hashes = others.map(({ hash }) => hash);
        return (
          <div key={id} className="ratings-knob">
            <span>{pick(title)}</span>
            <Select
              aria-label={pick(title)}
              value={chosen.find((hash) => hashes.includes(hash)) ?? now.hash}
              options={[
                { value: now.hash, label: say('ratings.versionNow', { version: now.version }) },
                ...others.map(({ hash, version, from }) => ({
                  value: hash,
                  label: say('ratings.versionFrom', { version, from }),
                })),
              ]}
              onChange={(hash: string) =>
                onChange([...chosen.filter((one) => !hashes.includes(one)), ...(hash === now.hash ? [] : [hash])])
              }
            />
          </div>
        );
      })}
    </fieldset>
  );
}
