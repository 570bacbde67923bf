/** A short text of one network, written for the sample: another layout and another drafting group than the declaration. */
import {
  chapeau,
  heading,
  letter,
  operative,
  preambular,
  type SampleText,
  signature,
  title,
} from './sample-text.ts'

export const recommendation: SampleText = {
  id: 'recomendacion-fronteras',
  type: 'recommendation',
  title: 'Recomendación de la Red de Gestión de Fronteras',
  symbol: 'CSM/XX/REC/1',
  language: 'es',
  layout: 'plural',
  network: 'red-fronteras',
  clauses: [
    title('Recomendación de la Red de Gestión de Fronteras sobre la plataforma «Suramérica Abierta»'),
    chapeau(
      'La Red de Gestión de Fronteras de la Conferencia Suramericana sobre Migraciones, reunida en su primera ronda de trabajo de 2022,',
    ),
    preambular(
      'Teniendo en cuenta las lecciones de la reapertura de las fronteras y la necesidad de que viajeros y autoridades dispongan de información confiable,',
    ),
    preambular(
      'Considerando que los gobiernos locales conocen de cerca la realidad de cada paso fronterizo,',
    ),
    heading('Los Países Miembros de la Red'),
    operative(
      'Recomiendan que cada país designe un punto focal de frontera y un suplente, y que comunique todo cambio a la Secretaría Técnica.',
    ),
    operative('Proponen que la plataforma publique, en español, portugués e inglés:'),
    letter('los pasos habilitados y sus horarios;'),
    letter('los requisitos de ingreso y de salida;'),
    letter('los servicios de orientación y de asistencia disponibles en cada paso.'),
    operative('Invitan a los gobiernos locales a aportar sus buenas prácticas antes de la segunda ronda.'),
    operative(
      'Solicitan a la Secretaría Técnica un informe sobre el uso de la plataforma para la Reunión Intersesional.',
    ),
    signature('Red de Gestión de Fronteras, primera ronda de trabajo, 2022.'),
  ],
}
