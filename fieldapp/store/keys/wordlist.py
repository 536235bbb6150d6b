"""The words that four-word passphrases are offered from: short, concrete, easy to spell and to say.

Promise: no word stands twice, none is shorter than three letters, none needs an accent. Four of them drawn at random
are one in 10^12; each guess costs a full key derivation (see kdf.py). Never here: names, slurs, words of the work.
"""

WORDS: tuple[str, ...] = tuple(
    """
acorn actor adder adobe agate album alder alley almond aloe amber anchor angle ankle anorak ant anvil apple apricot
apron arch arena argon arrow artist ash aspen atlas atom attic auburn autumn avocado awning axle azure badge badger
bagel baker balcony ballet balloon bamboo banana band bank banner barley barn barrel basil basin basket bath baton bay
beach bead beak bean bear beaver bee beech beetle beige bell belt bench berry bicycle bin birch bird biscuit bison
blade blanket blossom blue boat bobbin bolt bonfire bonnet book boot border bottle boulder bowl box bracket bramble
branch brass bread breeze brick bridge bronze brook broom brown brush bubble bucket buckle bud bulb bumper bundle
bunting burrow bus bush butter button cabbage cabin cable cactus cafe cake camel camera camp canal candle canoe canvas
canyon cape caper car caramel caravan card cardigan cargo carpet carrot cart castle cat cave cedar celery cello cement
centre chair chalk channel cheese cherry chess chestnut chicken chime chimney chin chisel chives cinema circle circus
citrus clam clay cliff clock cloud clover coach coal coast coat cobble cocoa coconut coffee coin comb comet compass
cone cook copper coral cord cork corn corner cotton couch cove cow crab cradle crane crate crayon cream creek crescent
cress cricket crocus crow crown crumb crust crystal cube cuckoo cup cupboard curb curtain cushion cycle cymbal cypress
daffodil dahlia dairy daisy dam damson dance dawn deck deer delta denim desert desk dew dial diamond dice dill dinghy
dingle dock dolphin dome donkey door dove dragon drain drawer dream drift drizzle drum duck dune dusk dust eagle ear
earth easel echo eel egg elbow elder elk elm ember emerald engine envelope ermine estuary evening fabric falcon fan
farm feather fence fern ferry fiddle field fig finch finger fir fire fish flag flame flannel flask flax fleece flint
flock flood floor flour flower flute foal foam fog foil forest fork fossil fountain fox frame freckle frog frost fruit
fudge funnel furnace furrow galaxy gallery garage garden garlic garnet gate gazelle gecko gem geyser ginger giraffe
glacier glass glitter globe glove glue goat gold goose gorge gorse grain granite grape grass gravel gravy green
griddle grove guitar gull gutter gym hail ham hammer hammock hamper hand handle harbour hare harp hat hawk hay hazel
heart hearth heather hedge helmet hen herb heron herring hill hinge hive hoist hollow holly honey hood hook hoop hop
horizon horn horse hose hotel hour house hull hut hydrant ice icicle igloo ink inlet iris iron island ivory ivy jacket
jade jam jar jasmine jay jelly jersey jetty jewel jigsaw journey jug juice jumper jungle juniper kale kayak keel
kennel kerb kernel kestrel kettle key kiln kilt kingdom kiosk kite kitten kiwi knee knight knot koala label lace
ladder ladle lagoon lake lamb lamp lantern larch lark laser lattice laundry lava lavender lawn leaf leather ledge leek
legend lemon lens lentil leopard letter lettuce lever library lichen lid light lilac lily lime linden linen lion lizard
llama lobster lock locket lodge loft log loom lotus lynx magnet magnolia magpie mallet mango mantle map maple marble
marigold marina market maroon marsh mast mat match meadow medal melody melon mercury merlin mesh meteor metre mica
midnight mill mineral mink mint mirror mist mitten moat mole monkey moon moor moose morning mosaic moss moth motor
mountain mouse mud muffin mug mulberry mural mushroom music mussel mustard myrtle napkin nectar needle nest net nettle
nickel night noodle north notch note nougat novel nut nutmeg oak oar oasis oat oboe ocean octopus olive onion onyx opal
opera orange orbit orchard orchid organ osprey ostrich otter oven owl oyster paddle page pail paint palace palm pan
panda panel pansy panther paper parade parcel park parrot parsley parsnip pasta pastry patch path patio pavement pea
peach peacock peak peanut pear pearl pebble pedal pelican pen pencil penguin peony pepper perch petal petrol pewter
piano picnic picture pie pier pigeon pillar pillow pilot pin pine pink pipe pistachio pizza planet plank plant plate
platform plaza plough plum pocket pod poem pond pony poplar poppy porch porridge port portrait post pot potato prairie
prawn prism puddle puffin pulley pumice pump pumpkin puppet purple puzzle pyramid quail quarry quartz quay quill quilt
quince quiver rabbit radar radio radish raft rail rain raisin rake ram ramp raspberry raven ray razor reed reef ribbon
rice ridge ring ripple river road robin rock rocket roof room rope rose rosemary rowan rowing rubber ruby rudder rug
ruler runway rust saddle saffron sage sail salad salmon salt sand sandal sapphire sardine satin saucer scarf scarlet
scooter scroll sea seagull seal season seed shadow shawl shed sheep shelf shell shelter ship shirt shoe shore shovel
shrimp shrub shutter sieve signal silk silver sink siren skate sketch skipper skirt sky slate sled sleeve slope
smoke snail snow sock sofa soil solar sonnet soup south spade spark sparrow spice spider spinach spindle spiral sponge
spoon spring sprout spruce square squash squid squirrel stable stag stage stair stamp star starling station steam
steel stem step stone stool storm stove straw stream string studio sugar suit summer summit sun sunset surf swallow
swan sweater swift swing switch sycamore syrup table tablet tadpole tambourine tangerine tape tartan tea teapot
telescope temple tennis tent terrace theatre thimble thistle thread thrush thunder thyme ticket tide tiger tile timber
tin toast toffee tomato topaz torch tortoise towel tower tractor train tram tray treacle tree trellis triangle trophy
trout truck trumpet trunk tulip tundra tunnel turbine turnip turtle tweed twig twilight umbrella valley van vanilla
vase velvet vest viaduct village vine vinegar viola violet violin volcano vole waffle wagon walnut walrus wasp water
waterfall wave wax weasel weather whale wharf wheat wheel whisk whistle willow wind window wing winter wolf wombat
wood wool wren yacht yam yard yarn year yeast yellow yew yoghurt zebra zephyr zigzag zinc zipper
""".split()
)
