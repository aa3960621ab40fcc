/** Pools of made-up people: a first name and a last name of one pool go together. */
export type Pool = {
  readonly language: string
  readonly female: readonly string[]
  readonly male: readonly string[]
  readonly last: readonly string[]
}

const words = (text: string): readonly string[] => text.split(' ')
const phrases = (text: string): readonly string[] => text.split(', ')

export const pools: readonly Pool[] = [
  {
    language: 'de-DE',
    female: words(
      'Birgit Carolin Dorothea Franziska Greta Hannelore Ilse Johanna Katharina Leonie Mareike Nele Sabine Theresa Ulrike',
    ),
    male: words(
      'Andreas Bernd Christoph Dieter Fabian Georg Hartmut Jörg Klaus Lennart Matthias Niklas Sebastian Torben Wolfgang',
    ),
    last: words(
      'Bauer Brandt Diekmann Engelhardt Fuchs Gärtner Hoffmann Jansen Krüger Lehmann Möller Oberländer Pfeiffer Richter Schäfer Thiele Ulbrich Vogel Wagner Ziegler',
    ),
  },
  {
    language: 'sv-SE',
    female: words(
      'Agneta Britta Cecilia Ebba Frida Gunilla Ingrid Kerstin Linnea Maja Saga Tuva Ylva',
    ),
    male: words(
      'Anders Bengt Emil Fredrik Gustav Håkan Isak Joakim Lars Mattias Nils Oskar Rasmus',
    ),
    last: words(
      'Andersson Berglund Carlsson Ekström Forsberg Gustafsson Holmberg Isaksson Johansson Karlsson Lundqvist Nyström Öberg Pettersson Sandström Wallin',
    ),
  },
  {
    language: 'en-GB',
    female: words(
      'Abigail Bethany Charlotte Daisy Eleanor Freya Grace Harriet Imogen Jessica Lucy Niamh Phoebe Rosie',
    ),
    male: words(
      'Alfie Callum Dylan Edward Finlay George Harvey Isaac Jack Liam Noah Oliver Rhys Toby',
    ),
    last: words(
      'Ashworth Barker Clarke Davies Eastwood Fletcher Griffiths Hughes Ingram Jenkins Kershaw Lloyd MacLeod Norris O’Connor Pritchard Reynolds Shaw Thornton Whitaker',
    ),
  },
  {
    language: 'pl-PL',
    female: words('Agnieszka Beata Dorota Ewa Grażyna Halina Joanna Kasia Magdalena Natalia Zofia'),
    male: words('Adam Bartosz Dawid Grzegorz Jakub Krzysztof Maciej Paweł Rafał Szymon Wojciech'),
    last: words(
      'Adamczyk Borkowski Czarnecki Dąbrowski Grabowski Jabłoński Kamiński Lewandowski Mazur Nowak Pawlak Sikora Wiśniewski Zając',
    ),
  },
  {
    language: 'es-ES',
    female: words('Alba Beatriz Carmen Elena Inés Lucía Montserrat Noelia Paloma Rocío Sofía'),
    male: words('Álvaro Diego Enrique Gonzalo Hugo Iker Javier Manuel Pablo Raúl Sergio'),
    last: words(
      'Aguilar Blanco Campos Delgado Escudero Fuentes García Herrera Ibáñez Jiménez Lozano Moreno Núñez Ortega Peña Ruiz',
    ),
  },
  {
    language: 'tr-TR',
    female: words('Ayşe Burcu Derya Esra Gülşen Hatice İpek Leyla Nilüfer Selin Zeynep'),
    male: words('Ahmet Baran Cem Deniz Emre Hakan Kaan Mehmet Onur Serkan Yusuf'),
    last: words('Aydın Bozkurt Çelik Doğan Erdoğan Güneş Kaya Koç Öztürk Polat Şahin Yılmaz'),
  },
  {
    language: 'en-NG',
    female: words('Adaeze Bukola Chiamaka Efua Folake Ifeoma Ngozi Oluchi Titilayo Yetunde'),
    male: words('Adewale Babajide Chinedu Emeka Femi Ikenna Kwame Obinna Segun Tunde'),
    last: words('Abiola Adeyemi Balogun Chukwu Danjuma Eze Igwe Mensah Nwosu Obi Olawale Uche'),
  },
  {
    language: 'en-IN',
    female: words('Aditi Bhavna Deepika Gayatri Isha Kavya Lakshmi Meera Priya Shreya Trisha'),
    male: words('Arjun Bharat Chetan Dev Gaurav Harish Karthik Manish Nikhil Rohan Vikram'),
    last: words(
      'Agarwal Banerjee Chatterjee Desai Gupta Iyer Joshi Kapoor Mehta Nair Patel Rao Sharma Verma',
    ),
  },
]

export const positions: readonly string[] = phrases(
  'Account manager, Analyst, Assistant, Buyer, Consultant, Controller, Coordinator, Copywriter, Designer, Developer, Editor, Intern, Lawyer, Planner, Producer, Project manager, Recruiter, Sales representative, Specialist, Technician',
)

export const tags: readonly string[] = phrases(
  'Agency, Berlin, First aid, Hamburg, Madrid, Malmö, Oslo, Parental leave, Part-time, Poznań, Remote, Works council',
)
