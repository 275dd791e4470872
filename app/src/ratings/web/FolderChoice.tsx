import { Button, Upload } from 'antd';
import { useSpeech } from '../../platform/web/i18n.ts';
import { type ChosenFolder, readChosenFolder } from './pack-folder.ts';

interface FolderChoiceProps {
  readonly chosen: ChosenFolder | null;
  readonly onChange: (chosen: ChosenFolder | null) => void;
}

/** A pack that is not in force, from a folder on one's own machine; it is sent for the trial alone and kept nowhere. */
export function FolderChoice({ chosen, onChange }: FolderChoiceProps) {
  const { say } = useSpeech();
  return (
    <fieldset className="ratings-knobs">
      <legend>{say('ratings.packFolder')}</legend>
      <p className="ratings-quiet">{say('ratings.packFolderLead')}</p>
      <div className="ratings-folder">
        <Upload
          directory
          showUploadList={false}
          beforeUpload={(file, all) => {
            if (file === all[0]) void readChosenFolder(all).then(onChange);
            return false;
          }}
        >
          <Button>{say('ratings.chooseFolder')}</Button>
        </Upload>
        {chosen && (
          <>
            <span>{say('ratings.folderChosen', { name: chosen.name, count: chosen.files.length })}</span>
            <Button type="link" onClick={() => onChange(null)}>
              {say('ratings.folderRemove')}
            </Button>
          </>
        )}
      </div>
    </fieldset>
  );
}
