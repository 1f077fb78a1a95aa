using System.Globalization;

namespace TypedTune.Benchmarks.Peers;

/// <summary>
/// LightGBM as a forest. It draws rows without replacement, as many as a bootstrap has distinct ones. Of several classes it
/// grows a tree each, so as many times the trees. It sets memory aside for every leaf that a tree may have, so these are limited
/// to the rows, and the memory of its histograms to 256 MB, which took it no longer.
/// </summary>
internal sealed class LightGbmPeer(ForestSettings settings) : IPeer<Matrix, nint>
{
    public Matrix Prepare(Matrix matrix) => matrix;

    public nint Fit(Matrix train)
    {
        string parameters = Parameters(train);
        return LightGbmLibrary.Boost(LightGbmLibrary.CreateDataset(train, parameters), parameters, settings.Trees);
    }

    public double[] Predict(nint forest, Matrix test)
    {
        var predictions = LightGbmLibrary.Predict(forest, test, Parameters(test));
        if (test.Classes == 0)
            return predictions;
        return [.. predictions.Chunk(test.Classes).Select(shares => (double)Array.IndexOf(shares, shares.Max()))];
    }

    private string Parameters(Matrix matrix) => string.Create(CultureInfo.InvariantCulture, $"""
        boosting=rf bagging_freq=1 bagging_fraction=0.632 feature_fraction_bynode={(double)settings.MaxFeatures / matrix.Columns}
        num_leaves={Math.Min(settings.Leaves, matrix.Rows)} min_data_in_leaf=1 min_sum_hessian_in_leaf=0 num_threads={settings.Threads} seed={settings.Seed} verbosity=-1
        {(matrix.Classes == 0 ? "objective=regression" : $"objective=multiclass num_class={matrix.Classes}")} histogram_pool_size=256
        """).ReplaceLineEndings(" ");
}
