using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace ThirdParty;

#region trainer
/// <summary>ML.NET's boosted regression trees.</summary>
public sealed partial record FastTree : IRegressor<FastTree, FittedFastTree>
{
    [Hyperparameter(Min = 1, Max = 10_000, SearchMin = 50, SearchMax = 400)]
    public int Trees { get; init; } = 100;

    [Hyperparameter(Min = 2, Max = 1_000, SearchMin = 4, SearchMax = 64, Scale = Scale.Log)]
    public int Leaves { get; init; } = 20;

    [Hyperparameter(Min = 0, MinExclusive = true, Max = 1, SearchMin = 0.02, SearchMax = 0.3, Scale = Scale.Log)]
    public double LearningRate { get; init; } = 0.2;

    public FittedFastTree Fit(FeatureMatrix features, double[] target, FitContext? context = null)
    {
        ((ITunable)this).Validate();
        features.RequireTrainable(Targets.Of(target), nameof(FastTree));
        var options = new FastTreeRegressionTrainer.Options { NumberOfTrees = Trees, NumberOfLeaves = Leaves, LearningRate = LearningRate, NumberOfThreads = 1 };
        return new(new MLContext(seed: 0).Regression.Trainers.FastTree(options).Fit(FittedFastTree.Rows(features, target)), features.Names);
    }
}

/// <summary>Fitted trees of ML.NET.</summary>
public sealed class FittedFastTree(Microsoft.ML.ITransformer model, FeatureNames names) : IFittedRegressor
{
    public double[] Predict(FeatureMatrix features, FitContext? context = null)
    {
        features.RequireFinite(names, nameof(FastTree));
        return [.. model.Transform(Rows(features, new double[features.RowCount])).GetColumn<float>("Score").Select(score => (double)score)];
    }

    internal static IDataView Rows(FeatureMatrix features, double[] target)
    {
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, features.ColumnCount);
        return new MLContext().Data.LoadFromEnumerable(
            target.Select((value, row) => new Row([.. features.Names.Select((_, column) => (float)features[row, column])], (float)value)), schema);
    }

    private sealed record Row(float[] Features, float Label);
}
#endregion
