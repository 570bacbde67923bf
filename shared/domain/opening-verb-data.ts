/**
 * Opening words of paragraphs, as found in declarations of the Conference and resolutions of the United Nations.
 * Lower case, without accents. Gerunds are recognised by their ending, so only what looks like one and is not
 * (`notGerund`) and what opens a preambular paragraph without being one (`preambular`, by stem) is listed.
 * Operative verbs are listed in the third person singular, with words that must follow where the verb alone
 * says too little; the plural is derived, the first person plural listed where it is not regular.
 */
export interface OpeningWords {
  /** May stand before the verb: "also", "deeply", "we". */
  readonly before: readonly string[]
  readonly gerund: RegExp
  readonly notGerund: readonly string[]
  readonly preambular: readonly string[]
  readonly operative: readonly string[]
  readonly plural: (singular: string) => readonly string[]
  readonly otherForms: readonly string[]
}

// prettier-ignore
const es: OpeningWords = {
  before: [
    'tambien', 'asimismo', 'ademas', 'igualmente', 'profundamente', 'gravemente', 'sumamente', 'firmemente',
    'plenamente', 'nuevamente', 'se', 'nos',
  ],
  gerund: /^[a-z]+(ando|iendo|yendo)(se|les?|las?|los?)?$/,
  notGerund: ['cuando', 'bando', 'mando', 'comando', 'contrabando', 'fernando', 'hernando', 'orlando', 'rolando'],
  preambular: [
    'convencid', 'consciente', 'preocupad', 'alarmad', 'decidid', 'resuelt', 'persuadid', 'inspirad',
    'guiad', 'animad', 'alentad', 'deseos', 'comprometid', 'conmovid', 'atent',
  ],
  operative: [
    'decide', 'acuerda', 'compromete', 'solicita', 'exhorta', 'insta', 'recomienda', 'invita', 'alienta',
    'hace suyo', 'hace suya', 'hace suyos', 'hace suyas', 'hace un llamado', 'hace un llamamiento',
    'hace hincapie', 'hace votos', 'hace notar', 'reafirma', 'reconoce', 'destaca', 'pone de relieve',
    'pone de manifiesto', 'acoge', 'toma nota', 'toma conocimiento', 'observa', 'expresa', 'condena', 'reitera',
    'agradece', 'saluda', 'pide', 'declara', 'proclama', 'manifiesta', 'resuelve', 'adopta', 'aprueba',
    'encomienda', 'encarga', 'felicita', 'celebra', 'subraya', 'respalda', 'apoya', 'rechaza', 'convoca',
    'instruye', 'deplora', 'lamenta', 'enfatiza', 'considera', 'urge', 'ratifica', 'valora', 'afirma',
    'recuerda', 'anima', 'confirma', 'conviene', 'da la bienvenida', 'da las gracias', 'da instrucciones',
    'rinde homenaje', 'congratula', 'adhiere', 'suma', 'propone', 'dispone', 'establece', 'llama a',
    'llama la atencion', 'encarece', 'sugiere', 'estima', 'renueva', 'autoriza', 'promueve', 'impulsa',
    'repudia', 'advierte', 'presenta', 'espera', 'aguarda', 'designa', 'extiende', 'aplaude', 'elogia',
    'encomia', 'senala', 'refrenda', 'conmina', 'requiere', 'insiste', 'recalca',
  ],
  plural: (singular) => [
    `${singular}n`,
    singular.endsWith('a') ? `${singular.slice(0, -1)}amos` : `${singular.slice(0, -1)}emos`,
  ],
  otherForms: [
    'decidimos', 'acordamos', 'recomendamos', 'alentamos', 'pedimos', 'resolvemos', 'aprobamos', 'encomendamos',
    'recordamos', 'convenimos', 'adherimos', 'sugerimos', 'renovamos', 'instruimos', 'urgimos', 'requerimos',
  ],
}

// prettier-ignore
const pt: OpeningWords = {
  before: [
    'tambem', 'ademais', 'igualmente', 'outrossim', 'profundamente', 'gravemente', 'firmemente', 'plenamente',
    'novamente', 'se', 'nos',
  ],
  gerund: /^[a-z]+(ando|endo|indo|pondo)$/,
  notGerund: [
    'quando', 'bando', 'mando', 'comando', 'contrabando', 'fernando', 'hernando', 'orlando', 'rolando', 'dividendo',
    'adendo', 'reverendo', 'lindo', 'vindo', 'findo',
  ],
  preambular: [
    'convencid', 'consciente', 'ciente', 'preocupad', 'alarmad', 'decidid', 'resolvid', 'persuadid', 'inspirad',
    'guiad', 'animad', 'encorajad', 'desejos', 'comprometid', 'atent',
  ],
  operative: [
    'decide', 'acorda', 'compromete', 'solicita', 'exorta', 'insta', 'recomenda', 'convida', 'encoraja',
    'incentiva', 'endossa', 'faz seu', 'faz sua', 'faz seus', 'faz suas', 'faz um apelo', 'faz um chamado',
    'reafirma', 'reconhece', 'destaca', 'enfatiza', 'acolhe', 'toma nota', 'toma conhecimento', 'observa',
    'expressa', 'condena', 'reitera', 'agradece', 'sauda', 'pede', 'declara', 'proclama', 'manifesta', 'resolve',
    'adota', 'aprova', 'encarrega', 'felicita', 'celebra', 'sublinha', 'ressalta', 'salienta', 'apoia', 'respalda',
    'rejeita', 'rechaca', 'convoca', 'instrui', 'deplora', 'lamenta', 'considera', 'urge', 'ratifica', 'valoriza',
    'afirma', 'recorda', 'relembra', 'confirma', 'da as boas-vindas', 'rende homenagem', 'presta homenagem',
    'congratula', 'adere', 'soma', 'propoe', 'dispoe', 'estabelece', 'apela', 'conclama', 'chama a atencao',
    'sugere', 'estima', 'renova', 'autoriza', 'promove', 'impulsiona', 'repudia', 'adverte', 'apresenta', 'espera',
    'aguarda', 'designa', 'estende', 'aplaude', 'elogia', 'assinala', 'concorda', 'referenda', 'determina', 'insiste', 'frisa',
  ],
  plural: (singular) => {
    const stem = singular.slice(0, -1)
    return [`${singular}m`, ...(singular.endsWith('a') ? [`${stem}amos`, `${stem}amo`] : [`${stem}emos`, `${stem}emo`])]
  },
  otherForms: [
    'decidimos', 'pedimos', 'fazem seu', 'fazem sua', 'fazem seus', 'fazem suas', 'fazem um apelo',
    'fazem um chamado', 'dao as boas-vindas', 'propoem', 'dispoem', 'propomos', 'dispomos', 'aderimos',
    'sugerimos', 'instruem', 'instruimos',
  ],
}

// prettier-ignore
const en: OpeningWords = {
  before: [
    'also', 'further', 'furthermore', 'moreover', 'again', 'deeply', 'gravely', 'seriously', 'fully', 'strongly',
    'firmly', 'warmly', 'particularly', 'solemnly', 'we', 'hereby',
  ],
  gerund: /^[a-z]+ing$/,
  notGerund: [
    'during', 'according', 'regarding', 'concerning', 'following', 'including', 'excluding', 'pending',
    'notwithstanding', 'nothing', 'something', 'everything', 'anything', 'king', 'ring', 'spring', 'string', 'thing',
    'building', 'meeting', 'funding', 'training', 'housing', 'smuggling', 'trafficking', 'financing', 'beijing',
    'bring', 'morning', 'evening', 'beginning', 'wing', 'living', 'working', 'ongoing', 'existing', 'developing',
    'remaining', 'underlying', 'owing', 'starting', 'wellbeing', 'being', 'sing', 'sting',
  ],
  preambular: [
    'convinced', 'aware', 'mindful', 'conscious', 'concerned', 'alarmed', 'determined', 'resolved', 'persuaded',
    'guided', 'inspired', 'encouraged', 'desirous', 'committed', 'whereas', 'cognizant', 'disturbed', 'dismayed',
    'appalled', 'anxious', 'shocked', 'distressed', 'gratified',
  ],
  operative: [
    'decides', 'agrees', 'commits', 'requests', 'calls upon', 'calls on', 'calls for', 'urges', 'recommends',
    'invites', 'encourages', 'endorses', 'reaffirms', 'recognizes', 'recognises', 'stresses', 'emphasizes',
    'emphasises', 'welcomes', 'takes note', 'notes', 'expresses', 'condemns', 'reiterates', 'thanks', 'acknowledges',
    'affirms', 'declares', 'proclaims', 'resolves', 'adopts', 'approves', 'underlines', 'underscores', 'highlights',
    'supports', 'rejects', 'deplores', 'regrets', 'considers', 'appeals', 'congratulates', 'commends', 'confirms',
    'directs', 'instructs', 'entrusts', 'designates', 'pays tribute', 'draws the attention', 'draws attention',
    'looks forward', 'reminds', 'recalls', 'demands', 'establishes', 'authorizes', 'authorises', 'ratifies',
    'renews', 'proposes', 'insists', 'appreciates', 'applauds', 'concludes', 'accepts', 'concurs', 'determines',
    'undertakes', 'pledges', 'salutes', 'celebrates', 'observes', 'suggests', 'intends', 'repeats', 'extends',
  ],
  plural: (singular) => [singular.replace(/(ss|sh|ch)es$/, '$1').replace(/ies$/, 'y').replace(/([^s])s$/, '$1')],
  otherForms: [],
}

export const OPENING_WORDS: Readonly<Record<string, OpeningWords>> = { es, pt, en }
