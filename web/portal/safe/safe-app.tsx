import { useState } from 'preact/hooks';
import type { Site } from '../../site.ts';
import { safe as t } from '../../ui/messages/safe-fr.ts';
import { Tabs } from '../../ui/tabs.tsx';
import { Space } from '../account/space.tsx';
import { Bin } from './bin.tsx';
import { Documents } from './documents.tsx';
import { ShareList } from './share-list.tsx';

export function SafeApp({ site }: { site: Site }) {
  const [inError, setInError] = useState(false);
  return (
    <Space {...{ site, inError, current: 'safe', title: t.title, intro: <p>{t.intro}</p> }}>
      {(me) =>
        me.actingFor && !me.actingFor.scope.includes('documents') ? (
          <p>{t.acting}</p>
        ) : (
          <SafeParts onErrors={setInError} />
        )
      }
    </Space>
  );
}

/** Documents, links to them, and what was deleted. */
function SafeParts({ onErrors }: { onErrors: (inError: boolean) => void }) {
  const [part, setPart] = useState('documents');
  const [isSharing, share] = useState(false);
  const tabs = [
    {
      id: 'documents',
      label: t.tabs.documents,
      panel: () => <Documents {...{ isSharing, onErrors, onShared: () => share(false) }} />,
    },
    {
      id: 'shares',
      label: t.tabs.shares,
      panel: () => (
        <ShareList
          onNew={() => {
            share(true);
            setPart('documents');
          }}
        />
      ),
    },
    { id: 'bin', label: t.tabs.bin, panel: () => <Bin /> },
  ];
  return <Tabs id="safe" label={t.views} tabs={tabs} current={part} onChange={setPart} />;
}
