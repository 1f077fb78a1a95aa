using System.Runtime.InteropServices;

namespace TypedTune.Benchmarks.Peers;

/// <summary>LightGBM's own interface, as far as a forest needs it. What it makes is never freed: a process makes two.</summary>
internal static partial class LightGbmLibrary
{
    private const string Name = "lib_lightgbm";
    private const int Float32 = 0;
    private const int Float64 = 1;

    public static nint CreateDataset(Matrix matrix, string parameters)
    {
        Check(DatasetCreateFromMat(matrix.Values, Float64, matrix.Rows, matrix.Columns, 0, parameters, 0, out nint dataset));
        var label = Array.ConvertAll(matrix.Target, number => (float)number);
        Check(DatasetSetField(dataset, "label", label, label.Length, Float32));
        return dataset;
    }

    public static nint Boost(nint dataset, string parameters, int iterations)
    {
        Check(BoosterCreate(dataset, parameters, out nint booster));
        for (int iteration = 0; iteration < iterations; iteration++)
            Check(BoosterUpdateOneIter(booster, out _));
        return booster;
    }

    public static double[] Predict(nint booster, Matrix matrix, string parameters)
    {
        var predictions = new double[matrix.Rows * Math.Max(1, matrix.Classes)];
        Check(BoosterPredictForMat(booster, matrix.Values, Float64, matrix.Rows, matrix.Columns, 0, 0, 0, -1, parameters, out _, predictions));
        return predictions;
    }

    private static void Check(int status)
    {
        if (status != 0)
            throw new InvalidOperationException(Marshal.PtrToStringUTF8(GetLastError()));
    }

    [LibraryImport(Name, EntryPoint = "LGBM_GetLastError")]
    private static partial nint GetLastError();

    [LibraryImport(Name, EntryPoint = "LGBM_DatasetCreateFromMat", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int DatasetCreateFromMat(double[] data, int type, int rows, int columns, int isRowMajor, string parameters, nint reference, out nint dataset);

    [LibraryImport(Name, EntryPoint = "LGBM_DatasetSetField", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int DatasetSetField(nint dataset, string field, float[] data, int count, int type);

    [LibraryImport(Name, EntryPoint = "LGBM_BoosterCreate", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int BoosterCreate(nint dataset, string parameters, out nint booster);

    [LibraryImport(Name, EntryPoint = "LGBM_BoosterUpdateOneIter")]
    private static partial int BoosterUpdateOneIter(nint booster, out int isFinished);

    [LibraryImport(Name, EntryPoint = "LGBM_BoosterPredictForMat", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int BoosterPredictForMat(
        nint booster, double[] data, int type, int rows, int columns, int isRowMajor, int predictType, int startIteration, int iterations, string parameters, out long length, double[] predictions);
}
