"""First names, by which a person is told from other capitalised words. Knows no one's second name."""

from __future__ import annotations

FIRST_NAMES = frozenset(
    """
    Aaron Aasif Abbi Abdullah Abe Abel Achim Adeel Adelaide Adelayo Aden Adi Adrian Adrianne Aidan Aidy Aisha
    Akira Akiva Alan Alana Alanna Alaqua Alastair Alba Albert Aldis Alec Alena Alex Alexa Alexander Alexandra
    Alexej Alexi Alexis Alfie Alfonso Alfre Alfred Ali Alice Aline Alisha Alison Aliyah Allan Allison Alma Alyah
    Alyson Alyssa Ama Amanda Amandla Amber Ambika Amrit Amy Amybeth Anders Andie Andre Andrea Andrew Andrew-Lee
    André Andy Angela Angourie Anjana Ann Anna AnnaLynne Annabel Annalisa Anne Anne-Marie Annie Ansel Anson
    Anthony Antonia Antonio Antony Anurag Anya April Arabella Aria Armando Arnold Aryan Asa Ashlee Ashley Ashton
    Asif Aubrey Audra Auli'i Austin Avery Avi Aya Ayesha Ayo Babou Bae Baran Barbara Barbie Barry Bart Bea Beau
    Bebe Becki Belissa Bella Ben Benedict Benedikt Benito Bernard Beth Bethany Betty Bianca Bill Billy Birgitte
    Bisha Blake Bob Bobby Bonnie Bowen Boyd Brad Bradley Brandee Brandon Brannon Brec Breckin Brenda Brendan
    Brent Brenton Brett Brian Brianne Bridget Brie Brit Britt Brooke Bruce Bruno Bryan Buck Burk Busy Byron CCH
    Caitlin Caitríona Caity Cal Calista Callie Callum Cameron Camila Camille Camryn Candice Cara Carey Carina
    Carl Carla Carlo Carlos Carlton Carly Carmen Carol Caroline Carrie Carter Cate Catherine Cedric Chad Chandra
    Channing Charisma Charles Charlie Charlotte Cheo Cheryl Chinaka Chloe Chloë Cho Chris Chrissy Christian
    Christina Christine Christopher Chuck Cillian Claire Clarence Clark Claudia Clive Clotilde Clyde Cole Colin
    Colman Connie Connor Constance Cora Corey Cosmo Cote Courteney Courtney Craig Cress Cristin Crosby Crystal
    Curtis Cynthia Céline D'Pharaoh Dafne Daisy Dakota Dallas Damian Damien Damon Damson Dan Dana Danai Dania
    Danica Daniel Daniela Daniella Danielle Danny Daphne Dara Darby Dario Darren Darío Dave Daveed David Davit
    Dawn DeAnn DeForest DeWanda Dean Debbie Debora Deborah Debra Declan Dee Delainey Delia Demetrius Demi Demián
    Denis Dennis Derek Destin Devery Devin Dexter Diana Diane Dick Diego Dimitrij Dirk Domhnall Dominic
    Dominique Don Donal Donald Donnie Doona Doug Douglas Doval'e Dulé Dylan Ebon Eddie Edgar Edi Edie Edvin
    Edward Edwin Eiichiro Eileen Eleanor Elena Elgin Eli Elias Eliot Elisabeth Elisha Eliza Elizabeth Ella Elle
    Ellen Ellie Elliot Elodie Elwood Emilia Emily Emma Emmy Enrico Enrique Eoin Erana Eric Erica Erik Erika Erin
    Esme Esta Estelle Ester Esther Ethan Eugene Eugenio Euros Eva Evan Evangeline Eve Evin Ewan Ezra Fabrice
    Faith Fanny Farah Faye Felicity Felix Fin Finn Fiona Fleur Florence Folake Fran Frances Francesca Frank
    Frankie Fred Freddie Freddy Freema Freya Frida Gabe Gabriel Gabriela Gabrielle Gaia Gale Gareth Gary Gavin
    Geena Geffri Gege Gemma Gene Geneva Genevieve Geoff Geoffrey George Georgia Gerard Gideon Gillian Gina
    Ginnifer Giorgia Glen Glenn Gloria Golda Golshifteh Gordon Grace Graeme Graham Grainger Greg Gregg
    Gregory Greta Griffin Gugu Gwen Hagai Hailee Hajime Hal Hamish Hank Hannah Hanno Hans Harlan Harold Harriet
    Harrison Harry Hart Haruo Harvey Haskiri Hayden Hayley Heather Hector Heidi Helen Heléne Henk Henning Henrik
    Henry Hermione Hilarie Hilary Himesh Hiroyuki Hoa Holliday Holly Holt Honeysuckle Howard Hudson Hugh Hugo
    Hwang Hyun Hélène Iain Ian Idris Ignacio Ike Ildy Ilene Iman Imelda Imogen Imran India Indira Ines Ingrid
    Ins Ioan Ira Irwin Isaac Isabel Isabella Isaiah Isla Issa Itziar Ivan Ivy Iwan Iñaki Jabari Jac Jack Jackson
    Jacob Jacqueline Jaden Jaime Jaimie Jaina Jake Jamal Jameela James Jamie Jan Jane Janelle Janet Janine
    Jannik Jantje January Jared Jason Jasper Javicia Jay Jayden Jaz Jean Jean-Marc Jeanine Jeanne Jeb Jed Jeff
    Jeffrey Jella Jemaine Jemima Jen Jenji Jenna Jennie Jennifer Jenny Jensen Jeremy Jeri Jerry Jess Jesse
    Jessica Jessie Jez Jilly Jim Jimmy JoAnna Joan Joanna Jodie Joe Joel Joey John John-Henry Johnny Jolene Jon
    Jonas Jonathan Jonny Jools Jordan Jordana Joseph Josh Josha Joshua Josie Joss João Judd Jude Judith Judy
    Julia Julian Julianna Julianne Julie Juliet June Juno Jurnee Justin Justina Justine Kad Kaitlin Kaitlyn
    Kaley Kamal Kane Kang Karen Karim Karin Karl Karolina Kate Katee Katey Katherine Katheryn Kathleen Kathryn
    Kathy Katie Katja Katori Kaya Kayla Kayvan Kazuhiro Keeley Keira Kelli Kellita Kelly Kelsey Ken Kendall
    Kenji Kennedy Kenneth Kenny Kento Kenya Keri Kerry Kevin Khosi Kiefer Kiell Kieran Kiernan Kim Kiowa Kira
    Kirk Kirsten Kirstie Kit Konrad Koyoharu Kris Kristen Krister Kristin Kristina Kristine Krysten Kumail Kurt
    Kurtwood Kwame Kyle Kylie Kyra LaKeith Laeta Lana Lang Larry Lars Lashana Laura Lauren Laurence Laurie Layla
    Laysla Lea Leah Leanne Lecy Lee Leif Leigh Leighton Leisha Lena Lennie Lenny Lenora Lenore Leo Leonard
    Lesley Lesli Leslye Lev Lewis Liam Liev Lili Lilly Lily Lily-Rose Lim Lin-Manuel Linda Lindsey Linwood Lior
    Lisa Liv Liz Lizze Lizzy Lodge Logan Lola Lolly Loren Loretta Lori Lorne Lorraine Lou Louis Lovie Luca Lucas
    Lucia Luciane Lucy Ludivine Luis Luke Lynda Lyndsy Mabel Mackenzie Madeleine Madelyn Madison Mads Mae Maggie
    Magnus Maimie Maitreyi Mal Malachi Malcolm Malik Mandy Manish Manny Manuel Mara Marc Marcia Marco Marcus
    Marg Margaret Marguerite Maria Marie Marina Mario Marion Marisa Mariska Marja-Lewis Mark-Paul Markie
    Marlon Marta Martha Marti Martin Mary Mary-Louise Masako Masi Mateo Mathew Mathieu Matt Matthew Matthias
    Maura Maureen Maurissa Maximilian May Maya Mayumi Meagan Meaghan Meg Megan Meghan Meghann Mekai Mel
    Melanie Melissa Melonie Meredith Merritt Mia Michael Michaela Michele Michelle Michiel Mick Mickey Miguel
    Mike Mikey Mila Miles Millie Milly Milo Mimi Mindy Ming-Na Minka Mira Miranda Mireille Miriam Mischa Misha
    Missy Mitch Mitchell Moira Molly Momona Monica Montana Morena Morfydd Morgan Morris Morwenna Moses Murray
    Mustafa Mystic Máiréad Nadia Nana Nancy Naomi Naren Nat Natalie Natascha Natasha Natasia Nate Nathan
    Nathaniel Nava Naveen Nawazuddin Ncuti Neal Neil Nell Neta Neve Nic Nicco Nichelle Nicholas Nick Nicola
    Nicolas Nicole Nida Niecy Niels Nigel Nikesh Nina Nkechi Noah Noga Nonso Noor Norman Nosipho Noël Nuala
    O'Shea Odessa Olga Oliver Olivia Olly Omar Omari Ophelia Oren Orlando Oscar Otto Owen Paapa Pablo Paget
    Paloma Pamela Paolo Parker Patina Patricia Patrick Paul Paula Pauline Pedro Pell Penn Perdita Pete Peter
    Petra Peyton Phil Philip Philipp Philippa Phillip Phoebe Pierce Poorna Prentice Priya Priyanka Prunella
    Quentin Quincy Quinta Quintessa Quoc Rachel Rachelle Raelle Rafael Rafał Rafe Rainn Ralf Ralph Rami Ramón
    Randy Raphael Rashad Rasika Ray Raymond Reba Rebecca Reece Reese Reggie Regina Reinhold René Renée Rhea
    Rhianne Rhys Rian Richard Richie Rick Ricky Ridley Riley Rita Riz Rob Robbie Robert Roberto Robin Robson
    Robyn Rockne Rod Rodrigo Roger Rojda Rolin Roman Ron Ronald Ronan Rory Rosa Rosamund Rosario Rose Roseanne
    Ross Roxy Rue Rufus Russell Ruth Ryan Ryu Saagar Sabrina Saif Saladin Salim Salli Sallie Sally Salvatore Sam
    Samantha Samuel Sana Sandra Sanjeev Santiago Saoirse-Monica Sara Sarah Sascha Sasha Saverio Scoot Scott
    Seamus Sean Sebastian Selena Selma Sera Seth Shailene Shane Shannen Shannon Sharon Shaun Shawn Shay Shea
    Shefali Shelley Shemar Shenae Sheryl Shinichiro Shinsuke Shion Shira Shiri Shonda Sian Sidse Silas Silka
    Silvio Simon Simona Simone Simu Sinéad Siobhan Siobhán Sisi Siân Skeet Skye Skylar Sofia Sofie Sofía Sonequa
    Song Sonoya Soo Sope Sophia Sophie Sorcha Spencer Stacy Stana Stanley Stella Stellan Stephanie Stephen
    Sterlin Sterling Steve Steven Sue Sullivan Sunghoo Suranne Susan Susannah Susanne Susie Sutton Sydney
    Sylvester Søren T'Nia Taika Tamara Tamsin Tao Tara Tariq Tarjei Taron Tassie Tasya Tatiana Tatsuya Tawny
    Taye Taylor Teagan Ted Temuera Terence Teresa Teri Terri Terry Tess Tetsuro Thandiwe Theo Thibault Thierry
    Thomas Thure Tichina Tiffani Tiffany Tim Timothy Tina Titus Tituss Tobias Toby Todd Tom Tomohisa Toni Tony
    Topher Toshiro Tracee Tracey Tracy Travis Traylor Trey Troian Tyler Uma Utkarsh Uzo Valerie Vanessa Veena
    Vella Vera Veronica Vicky Victor Victoria Vikramaditya Viktor Vince Vincent Viola Violett Vivienne Volker
    Wagner Wally Walton Warren Warwick Wayne Wendell Wendi Wentworth Weruche Wes Whitney Willa William
    Wilmer Winona Woody Wren Wrenn Wyatt Yahya Yannick Yara Yoko Yoon Youn Yuki Yusuf Yvonne Zach Zachary Zack
    Zahn Zal Zara Zawe Zazie Zeeko Zoe Zooey Zosia Zoë Álex Álvaro Élodie Éric Úrsula
    """.split()  # noqa: SIM905 - words are read more easily than strings
)
