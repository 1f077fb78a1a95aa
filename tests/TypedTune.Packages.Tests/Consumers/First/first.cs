#:package TypedTune.Learning@0.1.0
using TypedTune;
using TypedTune.Learning;

// Some flats, made up; put your own file here.
File.WriteAllLines("flats.csv", Enumerable.Range(0, 300).Select(i => $"{20 + i * 37 % 91},{(i % 3 == 0 ? "heat pump" : "gas")},{350 + 9 * (i * 37 % 91) + i % 3 * 40 + i % 17}").Prepend("Area,Heating,Rent"));

var (train, test) = Flat.ReadCsv("flats.csv").Split(0.2, seed: 42);
var p = Model.Space; // generated: a member for each hyperparameter
var search = new GridSearch<Model>(p.Forest.MinRowsInLeaf.In(1, 3, 10) * p.Forest.Trees.In(50, 100)) { Evaluation = new KFold(5), Scoring = Metric.MeanAbsoluteError };
var result = search.Fit(train);

Console.WriteLine($"{result.Best.Configuration.Forest.MinRowsInLeaf} rows in a leaf, {result.Best.Configuration.Forest.Trees} trees: {result.Best.Score:F1} a flat");
Console.WriteLine($"{Metric.MeanAbsoluteError.Score(test.Target, result.Model.Predict(test)):F1} on flats that it has not seen; {result.Model.Predict(test[0]):F0} for {test[0]}");
result.Model.Save("flats.model"); // Model.Fitted.Load("flats.model") in another program

[Row] public sealed partial record Flat { public required double Area { get; init; } public required string Heating { get; init; } [Target] public double Rent { get; init; } }

[ColumnTransformer<Flat>] public sealed partial record Features
{
    [Columns(nameof(Flat.Heating))] public OneHotEncoder Heating { get; init; } = new();
    [Remainder] public Passthrough Numbers { get; init; } = new();
}

[Pipeline] public sealed partial record Model { public Features Features { get; init; } = new(); public RandomForestRegressor Forest { get; init; } = new() { Seed = 42 }; }
