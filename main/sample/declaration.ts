/**
 * The draft that the sample conference negotiates, written for it from the themes of the
 * Presidency's concept note. It was never adopted by anybody and quotes nobody.
 */
import {
  chapeau,
  heading,
  letter,
  numeral,
  operative,
  preambular,
  type SampleText,
  signature,
  title,
} from './sample-text.ts'

export const declaration: SampleText = {
  id: 'declaracion-de-santiago',
  type: 'declaration',
  title: 'Declaración de Santiago',
  symbol: 'CSM/XX/DEC/1',
  language: 'es',
  layout: 'gerund',
  network: null,
  clauses: [
    title('Declaración de Santiago'),
    chapeau(
      'Los Países Miembros de la Conferencia Suramericana sobre Migraciones (CSM), reunidos en la ciudad de Santiago, República de Chile, con motivo de la XX Conferencia, celebrada bajo el lema «Migración, integración y cooperación: hacia una agenda migratoria regional», bajo la Presidencia Pro Tempore de Chile y con el acompañamiento de la Organización Internacional para las Migraciones en su calidad de Secretaría Técnica,',
    ),

    heading('Preámbulo'),
    preambular(
      'Recordando la Declaración de Principios Migratorios y Lineamientos Generales y el Plan Suramericano de Desarrollo Humano de las Migraciones, aprobados en 2010, que siguen siendo la base común del diálogo entre los Países Miembros,',
    ),
    preambular(
      'Reafirmando el respeto irrestricto de los derechos humanos de las personas migrantes y de sus familias, cualquiera sea su origen, nacionalidad, género, edad o situación migratoria,',
    ),
    preambular(
      'Teniendo presentes las declaraciones de Santiago, Asunción, Montevideo, Sucre y Buenos Aires, y la voluntad expresada en ellas de facilitar la libre circulación y la residencia regular en la región,',
    ),
    preambular(
      'Reconociendo la contribución de las personas migrantes al desarrollo, a la cultura y a la vida de las sociedades de origen, de tránsito y de destino,',
    ),
    preambular(
      'Observando con preocupación los efectos que la pandemia de COVID-19 y el cierre de las fronteras tuvieron sobre el acceso de las personas migrantes a la salud, al trabajo, a la educación y a la documentación,',
    ),
    preambular(
      'Conscientes de que los grandes flujos migratorios y los movimientos mixtos en la región exigen respuestas coordinadas, solidarias y sostenidas, que ningún país puede dar por sí solo,',
    ),
    preambular(
      'Expresando su preocupación por el riesgo de trata de personas y de tráfico ilícito de migrantes al que quedan expuestas quienes se desplazan por vías irregulares, en particular las mujeres, los niños, las niñas y los adolescentes,',
    ),
    preambular(
      'Destacando que la igualdad de género, el interés superior de la niñez y la no discriminación son enfoques transversales de toda política migratoria,',
    ),
    preambular(
      'Tomando nota de que los desastres, la degradación ambiental y el cambio climático inciden cada vez más en la movilidad humana dentro de los países y a través de sus fronteras,',
    ),
    preambular(
      'Valorando el papel de los gobiernos locales y de las comunidades de acogida, que son los primeros en recibir y en integrar a las personas migrantes,',
    ),
    preambular(
      'Acogiendo con beneplácito el trabajo de las seis redes de trabajo establecidas durante la XIX Conferencia, y su carácter permanente e independiente de los cambios de Presidencia,',
    ),
    preambular(
      'Convencidos de que una agenda migratoria regional requiere la convergencia con otros procesos y organismos, entre ellos la Conferencia Regional sobre Migración, el MERCOSUR, la Comunidad Andina y el Proceso de Quito,',
    ),

    heading('Derechos y acceso a la justicia'),
    operative(
      'Reafirman su compromiso con una migración segura, ordenada y regular, fundada en la dignidad de las personas y en la responsabilidad compartida de los Estados.',
    ),
    operative(
      'Se comprometen a promover el acceso efectivo a la justicia de las personas migrantes, sin distinción por su situación migratoria, y en particular a:',
    ),
    letter('facilitar información clara sobre sus derechos y sobre las vías para reclamarlos;'),
    letter(
      'procurar la asistencia de intérpretes, incluidos los de lenguas indígenas, en los procedimientos administrativos y judiciales;',
    ),
    letter(
      'garantizar la representación y la protección especial de los niños, las niñas y los adolescentes, acompañados o no.',
    ),
    operative(
      'Alientan a cada País Miembro a revisar los requisitos y los costos de la residencia regular, con miras a ampliar las vías de regularización y a prevenir la irregularidad sobrevenida.',
    ),
    operative(
      'Deciden fortalecer la prevención de la trata de personas y del tráfico ilícito de migrantes, así como la asistencia a sus víctimas, mediante el intercambio oportuno de información y la designación de una autoridad de enlace en cada país.',
    ),

    heading('Fronteras y grandes flujos migratorios'),
    operative(
      'Acuerdan coordinar sus medidas ante los grandes flujos migratorios y los movimientos mixtos, compartiendo alertas tempranas, capacidades de recepción y criterios de protección.',
    ),
    operative(
      'Solicitan a la Red de Gestión de Fronteras que presente una propuesta para consolidar la plataforma «Suramérica Abierta», que contenga al menos:',
    ),
    letter('una lista de puntos focales de frontera por país, actualizada cada seis meses;'),
    letter('un registro público de pasos habilitados, requisitos de ingreso y horarios de atención;'),
    letter('un procedimiento de consulta entre autoridades vecinas, que prevea:'),
    numeral(
      'la comunicación del cierre o de la reapertura de un paso antes de hacerse efectivos, cuando sea posible;',
    ),
    numeral(
      'la atención prioritaria de las personas en situación de vulnerabilidad que se encuentren en la frontera.',
    ),
    operative(
      'Invitan a los gobiernos locales de las zonas fronterizas a participar, por conducto de sus autoridades nacionales, en la planificación de la acogida y de la integración.',
    ),

    heading('Integración y desarrollo'),
    operative(
      'Recomiendan adoptar medidas para el reconocimiento de títulos, certificados y competencias laborales, a fin de que las personas migrantes accedan a un trabajo decente y acorde con su formación.',
    ),
    operative(
      'Exhortan a incorporar a las personas migrantes en los planes nacionales de recuperación económica y social, con atención a quienes trabajan en la economía informal.',
    ),
    operative(
      'Encomiendan a la Red de Género y Migración que, en consulta con la Red de Niñez y Adolescencia Migrante, elabore orientaciones comunes para recoger datos desagregados por sexo y edad, con pleno resguardo de la información personal.',
    ),
    operative(
      'Reconocen a las comunidades suramericanas en el exterior como agentes del desarrollo sostenible y acogen la elaboración de una hoja de ruta regional para su vinculación, su protección consular y el aprovechamiento de sus capacidades.',
    ),
    operative(
      'Instan a fortalecer la información sobre la movilidad humana vinculada a desastres y al cambio climático, y disponen que los lineamientos de la red correspondiente se traduzcan al inglés, al portugués y a las lenguas indígenas que cada país indique.',
    ),

    heading('La Conferencia y su agenda'),
    operative(
      'Deciden iniciar la actualización del Plan Suramericano de Desarrollo Humano de las Migraciones, a cargo de los Puntos Focales y con el apoyo de la Secretaría Técnica, y examinar sus avances en la próxima Reunión Intersesional.',
    ),
    operative(
      'Acuerdan que cada red de trabajo presente, al término de sus dos rondas anuales, un producto concreto y un informe de cumplimiento, que la Secretaría Técnica publicará en el Observatorio Suramericano sobre Migraciones.',
    ),
    operative(
      'Agradecen al Gobierno y al pueblo de Chile su hospitalidad, a la República Argentina su labor en la Presidencia anterior, y a la Secretaría Técnica su apoyo constante al diálogo regional.',
    ),

    signature('Adoptada por consenso en la ciudad de Santiago, República de Chile, en el año 2022.'),
  ],
}
