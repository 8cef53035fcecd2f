import { day } from './dates.ts';

type Result = 'genuine' | 'altered' | 'foreign' | 'unknown' | 'code' | 'codeUnknown';
export const verify = {
  title: 'Vérifier un courrier signé',
  description: 'Vérifiez qu’un courrier signé par la collectivité est authentique et n’a pas été modifié.',
  intro: 'Un courrier signé porte un code et un carré à scanner. Contrôlez ici qu’il vient bien de nous.',
  byCode: 'Avec le code du courrier',
  code: 'Code de vérification',
  codeHint: 'Il est imprimé près de la signature, par exemple MDKJT-59MV7-AQARF-MJZQA.',
  codeMissing: 'Écrivez le code imprimé sur le courrier.',
  codeWrong: 'Ce code n’est pas complet : il compte vingt lettres et chiffres.',
  check: 'Vérifier le code',
  byFile: 'Avec le fichier PDF',
  file: 'Fichier PDF reçu',
  fileHint: 'Le fichier reste sur votre appareil : seule son empreinte est comparée.',
  fileDrop: 'Déposez le PDF ici, ou choisissez-le.',
  checking: 'Vérification en cours…',
  results: {
    genuine: ['Courrier authentique', 'Ce fichier est exactement celui que la collectivité a signé.'],
    altered: [
      'Courrier modifié',
      'Ce fichier a été changé après sa signature. Ne vous y fiez pas et contactez-nous.',
    ],
    foreign: [
      'Courrier inconnu de nos services',
      'Ce fichier porte une signature, mais la collectivité ne l’a pas émise. Ne vous y fiez pas et contactez-nous.',
    ],
    unknown: [
      'Courrier inconnu de nos services',
      'Nous ne retrouvons pas ce fichier et il ne porte pas de signature lisible. Une photo ou une copie imprimée ne peut pas être vérifiée ainsi : utilisez le code.',
    ],
    code: ['Ce code est le nôtre', 'Comparez ces informations avec le courrier que vous avez en main.'],
    codeUnknown: [
      'Code inconnu',
      'Aucun courrier signé ne porte ce code. Vérifiez chaque signe. S’il est exact, ne vous fiez pas au courrier et contactez-nous.',
    ],
  } as Record<Result, readonly [title: string, text: string]>,
  facts: {
    reference: 'Référence',
    authority: 'Émis par',
    on: 'Signé le',
    quality: 'Qualité du signataire',
    mode: 'Nature',
    sha256: 'Empreinte du fichier (SHA-256)',
    certificate: 'Empreinte du certificat (SHA-256)',
  },
  modes: {
    personal: 'Signature électronique du signataire',
    seal: 'Cachet électronique de la collectivité, qui n’est pas la signature du signataire',
    unsigned: 'Décision notifiée en ligne, dispensée de signature',
  },
  day,
  privacy: 'Cette page ne montre ni le nom du destinataire, ni le contenu du courrier.',
};
