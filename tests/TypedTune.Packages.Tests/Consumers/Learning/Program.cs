using Consumer;
using TypedTune;
using TypedTune.Learning;

var houses = new Table<House>(Enumerable.Range(0, 90).Select(i => new House { Rooms = 1 + (i % 7), Age = i % 13, Street = i % 3 == 0 ? "quiet" : "loud", Price = 100 + (30 * (i % 7)) - (2 * (i % 13)) }));
var p = Houses.Space;
Grid<Houses> grid = (p.Forest.MaxFeatures.In(1, 2, 3) * p.Forest.Trees.In(2, 3, 4)) + (p.Forest.MaxFeatures.In(2, 3, 4) * p.Forest.Trees.In(3, 5));
var search = new GridSearch<Houses>(grid) { Evaluation = new KFold(3), Scoring = Metric.RootMeanSquaredError };
Console.WriteLine(search.Plan(houses));
var result = search.Fit(houses);
Console.WriteLine($"Best: {result.Best.Configuration.GetType()} with {result.Best.Configuration.Forest.Trees} trees; {result.Model.Predict(houses).Length} predictions");
