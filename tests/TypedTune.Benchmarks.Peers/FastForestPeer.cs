using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace TypedTune.Benchmarks.Peers;

/// <summary>ML.NET's forest for numbers; it has none for several classes. Its rows are drawn without replacement, seven in ten, its default.</summary>
internal sealed class FastForestPeer(ForestSettings settings) : IPeer<IDataView, ITransformer>
{
    private readonly MLContext _context = new(settings.Seed);

    public IDataView Prepare(Matrix matrix)
    {
        var rows = new FastForestRow[matrix.Rows];
        for (int row = 0; row < rows.Length; row++)
        {
            var features = new float[matrix.Columns];
            for (int column = 0; column < features.Length; column++)
                features[column] = (float)matrix.Values[(column * matrix.Rows) + row];
            rows[row] = new FastForestRow { Features = features, Label = (float)matrix.Target[row] };
        }

        var schema = SchemaDefinition.Create(typeof(FastForestRow));
        schema[nameof(FastForestRow.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, matrix.Columns);
        return _context.Data.LoadFromEnumerable(rows, schema);
    }

    public ITransformer Fit(IDataView train)
    {
        int columns = ((VectorDataViewType)train.Schema[nameof(FastForestRow.Features)].Type).Size;
        var trainer = _context.Regression.Trainers.FastForest(new FastForestRegressionTrainer.Options
        {
            NumberOfTrees = settings.Trees,
            NumberOfLeaves = settings.Leaves,
            MinimumExampleCountPerLeaf = 1,
            FeatureFractionPerSplit = (double)settings.MaxFeatures / columns,
            NumberOfThreads = settings.Threads,
            Seed = settings.Seed,
        });
        return trainer.Fit(train);
    }

    public double[] Predict(ITransformer forest, IDataView test) =>
        [.. forest.Transform(test).GetColumn<float>("Score").Select(score => (double)score)];
}
