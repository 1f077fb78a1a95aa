using TuningApp;

var flats = Flat.ReadCsv(Path.Combine(AppContext.BaseDirectory, "flats.csv"));
Console.WriteLine(flats.Describe());
var (train, test) = flats.Split(0.2, seed: 42);

var p = FlatModel.Space; // a member for each hyperparameter; * is "and", + is "or"
var search = new RandomizedSearch<FlatModel>(p.Forest.All())
{
    Iterations = 20,
    Seed = 42,
    Evaluation = new KFold(5),
    Scoring = Metric.MeanAbsoluteError,
};

Console.WriteLine(search.Plan(train));
var result = search.Fit(train);
Console.WriteLine(result);
Console.WriteLine($"On rows that it has not seen: {Metric.MeanAbsoluteError.Score(test.Target, result.Model.Predict(test)):F1}");
foreach (var (name, importance) in result.Model.FeatureImportances.Descending())
    Console.WriteLine($"{importance,6:F3}  {name}");

result.Model.Save("flats.model"); // FlatModel.Fitted.Load("flats.model") in another program
